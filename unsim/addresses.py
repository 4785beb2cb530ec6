"""The addresses under which this machine can be reached."""

import ipaddress
import socket

import ifaddr


def addresses(host: str, port: int) -> list[str]:
    """Every `http://` address a browser may use for a server that listens on `host`: the classroom's first."""
    if host not in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not bound
        return [_url(host, port)]
    found = [ip for adapter in ifaddr.get_adapters() for ip in map(_plain, adapter.ips) if ip is not None]
    outside = [str(ip) for ip in sorted(set(found)) if not ip.is_loopback and not ip.is_link_local]
    return [_url(name, port) for name in (*outside, *_local_name(), "localhost")]


def _plain(ip: ifaddr.IP) -> ipaddress.IPv4Address | None:
    """IPv4 only: an IPv6 address is nothing a class can type."""
    return ipaddress.IPv4Address(str(ip.ip)) if ip.is_IPv4 else None


def _local_name() -> list[str]:
    """What phones in the same network may know the machine by (multicast DNS)."""
    name = socket.gethostname().split(".")[0]
    return [f"{name}.local"] if name and name != "localhost" else []


def _url(host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}/" if port == 80 else f"http://{name}:{port}/"
