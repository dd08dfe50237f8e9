"""Files that people and the bot send: bytes in DIR/files, a row for each, ids that only fit their own kind."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.errors import BadRequest, Json, TooLarge
from bot.sandbox.images import dimensions
from bot.sandbox.model import StoredFile
from bot.sandbox.store import Store

MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
_FOLDERS = {
    "photo": ("photos", "jpg"),
    "video": ("videos", "mp4"),
    "voice": ("voice", "oga"),
    "audio": ("music", "mp3"),
    "document": ("documents", "bin"),
    "sticker": ("stickers", "webp"),
    "animation": ("animations", "mp4"),
    "video_note": ("video_notes", "mp4"),
    "thumbnail": ("thumbnails", "jpg"),
}
_MIMES = {
    "photo": "image/jpeg",
    "video": "video/mp4",
    "voice": "audio/ogg",
    "audio": "audio/mpeg",
    "animation": "video/mp4",
    "video_note": "video/mp4",
}
_NAMED = ("video", "audio", "document", "animation")


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes that came with a request."""

    name: str
    mime: str | None
    data: bytes


class Files:
    """The shelf of files."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder / "files"
        self._folder.mkdir(parents=True, exist_ok=True)
        self.files: dict[str, StoredFile] = {row["file_id"]: StoredFile(**row) for row in store.load("file")}
        self._paths = {stored.path: stored for stored in self.files.values()}
        self._count = len(self.files)

    def add(self, kind: str, upload: Upload, attributes: Json) -> StoredFile:
        """Store bytes as a file of `kind`; `attributes` are the further fields of its Bot API object."""
        if len(upload.data) > MAX_UPLOAD:
            raise TooLarge
        if not upload.data:
            raise BadRequest("file must be non-empty")
        if kind == "photo":
            attributes = {**attributes, **_photo_attributes(upload.data)}
        disk_name = secrets.token_hex(12)
        (self._folder / disk_name).write_bytes(upload.data)
        return self._register(kind, upload, disk_name, attributes)

    def find(self, kind: str, file_id: str) -> StoredFile:
        """The file that a bot names by its id; 400 unless it exists and is of that kind."""
        stored = self.files.get(file_id)
        if stored is None:
            raise BadRequest("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise BadRequest(f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
        return self.files[stored.original] if stored.original else stored

    def by_path(self, path: str) -> StoredFile | None:
        return self._paths.get(path)

    def disk_path(self, stored: StoredFile) -> Path:
        return self._folder / stored.disk_name

    def content(self, stored: StoredFile) -> Json:
        """The message content field of a file: {"photo": [sizes]}, {"voice": {…}}, …"""
        if stored.kind == "photo":
            return {"photo": self._sizes(stored)}
        result: Json = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
        if stored.mime and stored.kind not in ("sticker", "video_note"):
            result["mime_type"] = stored.mime
        if stored.name and stored.kind in _NAMED:
            result["file_name"] = stored.name
        result.update(stored.attributes)
        if stored.kind == "animation":
            return {"animation": result, "document": {k: v for k, v in result.items() if k in _DOCUMENT_FIELDS}}
        return {stored.kind: result}

    def forget_all(self) -> None:
        for stored in self.files.values():
            self.disk_path(stored).unlink(missing_ok=True)
        self.files.clear()
        self._paths.clear()
        self._count = 0

    def _register(self, kind: str, upload: Upload, disk_name: str, attributes: Json) -> StoredFile:
        self._count += 1
        folder, ending = _FOLDERS[kind]
        if kind == "document" and "." in upload.name:
            ending = upload.name.rsplit(".", 1)[1]
        stored = StoredFile(
            file_id=f"AgACAgUAAx{secrets.token_urlsafe(36)}",
            unique_id=f"AQAD{secrets.token_urlsafe(9)}",
            kind=kind,
            disk_name=disk_name,
            size=len(upload.data),
            path=f"{folder}/file_{self._count}.{ending}",
            name=upload.name or None,
            mime=upload.mime or _MIMES.get(kind),
            attributes=attributes,
        )
        self._keep(stored)
        return stored

    def _keep(self, stored: StoredFile) -> None:
        self.files[stored.file_id] = stored
        self._paths[stored.path] = stored
        self._store.put("file", stored.file_id, stored)

    def _sizes(self, stored: StoredFile) -> list[Json]:
        """A photo's sizes, smallest first. The smaller ones have ids of their own but the same bytes."""
        width, height = int(stored.attributes["width"]), int(stored.attributes["height"])
        longest = max(width, height)
        smaller = [(self._size(stored, edge), edge / longest) for edge in (90, 320, 800) if edge < longest]
        return [
            {
                "file_id": size.file_id,
                "file_unique_id": size.unique_id,
                "file_size": size.size,
                "width": max(1, round(width * scale)),
                "height": max(1, round(height * scale)),
            }
            for size, scale in [*smaller, (stored, 1.0)]
        ]

    def _size(self, stored: StoredFile, edge: int) -> StoredFile:
        file_id = f"{stored.file_id}_{edge}"
        if file_id not in self.files:
            size = StoredFile(
                file_id=file_id,
                unique_id=f"{stored.unique_id}_{edge}",
                kind="photo",
                disk_name=stored.disk_name,
                size=stored.size,
                path=stored.path.replace(".", f"_{edge}.", 1),
                mime=stored.mime,
                attributes=stored.attributes,
                original=stored.file_id,
            )
            self._keep(size)
        return self.files[file_id]


_DOCUMENT_FIELDS = ("file_id", "file_unique_id", "file_size", "mime_type", "file_name")


def _photo_attributes(data: bytes) -> Json:
    if len(data) > MAX_PHOTO:
        raise BadRequest("too big for a photo")
    size = dimensions(data)
    if size is None:
        raise BadRequest("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise BadRequest("PHOTO_INVALID_DIMENSIONS")
    return {"width": size[0], "height": size[1]}
