"""On SQLite every table counts its rows in a hidden column, which would tell the order of casting. This one does not."""

from django.db import migrations

TABLE = "assembly_envelope"


def forget_the_order(apps, editor):
    if editor.connection.vendor != "sqlite":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT type, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL", [TABLE])
        made = sorted(cursor.fetchall(), reverse=True)
    editor.execute(f"DROP TABLE {TABLE}")
    for kind, sql in made:
        editor.execute(f"{sql} WITHOUT ROWID" if kind == "table" else sql)


class Migration(migrations.Migration):
    dependencies = [("assembly", "0001_initial")]

    operations = [migrations.RunPython(forget_the_order, migrations.RunPython.noop, elidable=False)]
