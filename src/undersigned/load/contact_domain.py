"""Domain of an organisation: that of its website or e-mail address, where it is its own."""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["domains", "mailbox"]

# Where anybody has an address: providers of mail, and platforms on which pages are made.
_PUBLIC = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com
    icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.com gmx.com gmx.net
    gmx.de gmx.at web.de t-online.de mail.com zoho.com yandex.com yandex.ru mail.ru rambler.ru
    inbox.ru ukr.net i.ua qq.com 163.com 126.com naver.com daum.net rediffmail.com fastmail.com
    posteo.de posteo.net mailbox.org riseup.net hey.com duck.com orange.fr wanadoo.fr free.fr
    laposte.net sfr.fr libero.it virgilio.it uol.com.br bol.com.br terra.com.br seznam.cz
    wp.pl o2.pl interia.pl abv.bg bk.ru list.ru comcast.net verizon.net att.net btinternet.com
    facebook.com fb.com m.facebook.com twitter.com x.com instagram.com linkedin.com youtube.com
    tiktok.com t.me telegram.me wa.me linktr.ee medium.com sites.google.com docs.google.com
    google.com drive.google.com github.com gitlab.com change.org actionnetwork.org
    wordpress.com blogspot.com wixsite.com weebly.com
    """.split()  # noqa: SIM905
)
# Providers that have a domain in every country: yahoo.co.id, hotmail.fr.
_EVERYWHERE = frozenset(
    {"yahoo", "hotmail", "outlook", "live", "gmx", "yandex", "ymail", "rocketmail"}
)


def domains(url: str, email: str) -> frozenset[str]:
    """The domains that are the organisation's own, without "www."."""
    found = {_host(url), email.rpartition("@")[2].strip().casefold() if "@" in email else ""}
    return frozenset(
        domain
        for domain in found
        if "." in domain and domain not in _PUBLIC and domain.split(".")[0] not in _EVERYWHERE
    )


def mailbox(email: str) -> str:
    """The address as it is compared; "" where it is none."""
    plain = email.strip().casefold()
    return plain if "@" in plain.strip("@") else ""


def _host(url: str) -> str:
    try:
        host = urlsplit(url.strip() if "//" in url else f"//{url.strip()}").hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.").rstrip(".")
