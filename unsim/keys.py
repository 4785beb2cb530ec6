"""The secret key of an installation. Standard library only: the settings need it before Django is there."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key kept in `folder` (which is there), made on first use. Two processes that start at once agree on one."""
    path = folder / "secret_key"
    if not path.exists():
        _make(path)
    return path.read_text()


def _make(path: Path) -> None:
    """Written beside and then linked into place, so that nobody ever reads half a key; the first one stays."""
    draft = path.with_name(f"secret_key.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
