from concurrent.futures import ThreadPoolExecutor

from unsim.keys import secret_key


def test_a_key_is_made_once_and_kept(tmp_path):
    key = secret_key(tmp_path)
    assert len(key) >= 50
    assert secret_key(tmp_path) == key
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_two_that_start_at_once_agree(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(secret_key, [tmp_path] * 8))
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
