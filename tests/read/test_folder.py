import os

import pytest

from onrecord.errors import InputError
from onrecord.read.folder import check_paths, explain_os_error, find_files, name_path


def test_a_file_stands_for_itself(tmp_path):
    path = tmp_path / ".hidden"
    path.touch()
    assert list(find_files(str(path))) == [path]


def test_files_come_in_the_same_order_whatever_the_disk_says(tmp_path, monkeypatch):
    for name in ("b", "c", "a"):
        (tmp_path / name).touch()
    once = list(find_files(str(tmp_path)))
    listdir = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: listdir(path)[::-1])
    assert list(find_files(str(tmp_path))) == once


def test_a_folder_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    (item,) = find_files(str(tmp_path))
    assert "Permission denied" in item.reason


def test_a_missing_path_is_named(tmp_path):
    check_paths(["-", str(tmp_path)])
    with pytest.raises(InputError, match="gone"):
        check_paths([str(tmp_path / "gone")])


def test_paths_can_always_be_written_as_utf8():
    name = name_path(os.fsdecode(b"caf\xe9"))
    assert name == "caf\\xe9"
    name.encode()


def test_an_error_of_the_disk_says_what_to_do():
    assert "permissions" in explain_os_error(PermissionError(13, "Permission denied"))
