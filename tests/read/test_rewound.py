import io

from onrecord.read.rewound import rewind


class Pipe(io.RawIOBase):
    """Gives two bytes at a time and cannot be wound back."""

    def __init__(self, content):
        self.content = io.BytesIO(content)

    def readable(self):
        return True

    def readinto(self, buffer):
        piece = self.content.read(min(2, len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)


def test_a_file_is_wound_back_and_stays_seekable(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"one\ntwo\n")
    with path.open("rb") as file:
        head = file.read(4)
        stream = rewind(head, file)
        assert stream.read() == b"one\ntwo\n"
        assert stream.seekable()


def test_a_pipe_gives_its_head_once_more():
    pipe = io.BufferedReader(Pipe(b"one\ntwo\nthree"))
    stream = rewind(pipe.read(5), pipe)
    assert stream.readline() == b"one\n"
    assert stream.read() == b"two\nthree"
    assert not stream.seekable()
