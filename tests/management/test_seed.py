import io
import shutil

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from quizzes.models import Article
from unsim.assembly.models import Member, RealVote, Resolution

pytestmark = pytest.mark.django_db


def counts():
    return [model.objects.count() for model in (Member, Resolution, RealVote, Article)]


def test_the_seeds_are_loaded_and_loading_again_changes_nothing():
    out = io.StringIO()
    call_command("seed", stdout=out)
    first = counts()
    assert first == [193, 13, 9 * 193 + 3 * 15, 5]
    assert "193 members" in out.getvalue()
    call_command("seed", stdout=out)
    assert counts() == first


@pytest.mark.parametrize(
    ("file", "line", "spoilt"),
    [
        ("members.csv", 2, "not,a,member"),
        ("roll_calls/a-res-es-11-4.csv", 5, "AND,Andorra,perhaps"),
        ("resolutions/a-res-es-11-4.md", 2, "nonsense"),
        ("articles/*", 2, "nonsense"),
    ],
)
def test_a_bad_seed_is_refused_with_file_and_line(tmp_path, file, line, spoilt):
    folder = tmp_path / "seeds"
    shutil.copytree(settings.SEEDS_DIR, folder)
    path = sorted(folder.glob(file))[0]
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[line - 1] = spoilt
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CommandError, match=rf"{path.name}:{line}: .*nothing was loaded"):
        call_command("seed", folder=folder, stdout=io.StringIO())
    assert counts() == [0, 0, 0, 0]
