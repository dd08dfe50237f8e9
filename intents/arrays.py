"""The arrays of an `.npz` file, mapped into memory and not copied: the processes of a machine share them, and what no
message asks for takes no memory."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

Array = np.ndarray[Any, Any]

_LOCAL_HEADER = struct.Struct("<26x2H")
"""What stands before a member of a zip file: last the lengths of its name and of what else is said of it."""
_CHUNK = 1 << 18


def mapped(file: Path) -> dict[str, Array]:
    """What `numpy.savez` has written, by name; read-only. The file may be replaced or removed, but not written over.

    Raises what zipfile and numpy raise (BadZipFile, ValueError, OSError, …) for one that is damaged."""
    with file.open("rb") as handle, zipfile.ZipFile(handle) as archive:
        return {info.filename.removesuffix(".npy"): _mapped(handle, archive, info) for info in archive.infolist()}


def _mapped(handle: BinaryIO, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Array:
    if info.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{info.filename} is compressed")
    with archive.open(info) as member:
        if np.lib.format.read_magic(member) != (1, 0):
            raise ValueError(f"{info.filename} is in a newer format")
        shape, by_column, kind = np.lib.format.read_array_header_1_0(member)
        begins = _begin(handle, info) + member.tell()
        while member.read(_CHUNK):  # to the end, where the checksum is compared
            pass
    if kind.hasobject:
        raise ValueError(f"{info.filename} holds no numbers")
    if not all(shape):  # nothing cannot be mapped
        return np.empty(shape, kind)
    # By the open file, not its name: that may be another file by now than the one that was looked through.
    found = np.memmap(handle, kind, "r", begins, shape, "F" if by_column else "C")
    # Whatever is wider than a byte and lies across words is copied: it is small, and slow to read where it lies.
    return np.require(np.asarray(found), requirements="A")


def _begin(handle: BinaryIO, info: zipfile.ZipInfo) -> int:
    handle.seek(info.header_offset)
    name, more = _LOCAL_HEADER.unpack(handle.read(_LOCAL_HEADER.size))
    return info.header_offset + _LOCAL_HEADER.size + int(name) + int(more)
