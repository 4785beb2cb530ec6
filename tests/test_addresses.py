from unsim.addresses import addresses


def test_all_interfaces_end_with_this_machine():
    found = addresses("0.0.0.0", 8000)
    assert found[-1] == "http://localhost:8000/"
    assert not any("127.0.0.1" in url for url in found)


def test_one_interface_is_one_address():
    assert addresses("127.0.0.1", 8000) == ["http://127.0.0.1:8000/"]
    assert addresses("::1", 8000) == ["http://[::1]:8000/"]


def test_port_80_needs_no_saying():
    assert addresses("192.0.2.7", 80) == ["http://192.0.2.7/"]
