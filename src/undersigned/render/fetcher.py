"""What the layout engine may read: data: addresses, and files under the layers. Nothing else.

WeasyPrint's own fetcher reads any file and any address that a page or a picture names, so a
letter could carry off a private file (`rel=attachment`) or tell a server that it was read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

__all__ = ["FetchRefused", "LayerFetcher"]


class FetchRefused(FatalURLFetchingError):  # type: ignore[misc]  # WeasyPrint has no types
    """Something asked for what no letter may read.

    A BaseException, as WeasyPrint has it: anything less it swallows, and goes on without.
    """

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"{url}: {reason}")


class LayerFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Lets through data: addresses and real files under `roots`, symbolic links followed."""

    def __init__(self, roots: Sequence[Path]) -> None:
        super().__init__(allowed_protocols={"data", "file"}, allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """What is at the address; raises `FetchRefused` for all that is not ours to read."""
        scheme = url.partition(":")[0].casefold()
        if scheme == "data":
            return super().fetch(url, headers)
        if scheme != "file":
            raise FetchRefused(url, "a letter reads nothing from the network")
        path = self._path(url)
        if not any(path.is_relative_to(root) for root in self._roots):
            raise FetchRefused(url, "outside the workspace")
        if not path.is_file():
            raise FetchRefused(url, "no such file")
        # The path that was judged is the path that is read: the address is not looked at again.
        return URLFetcherResponse(path.as_uri(), path.read_bytes())

    @staticmethod
    def _path(url: str) -> Path:
        try:
            parts = urlsplit(url)
            if parts.netloc not in {"", "localhost"}:
                raise FetchRefused(url, "a letter reads nothing from the network")
            return Path(url2pathname(parts.path)).resolve()
        except (OSError, ValueError) as error:
            raise FetchRefused(url, "not the address of a file") from error
