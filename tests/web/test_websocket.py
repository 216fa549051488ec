"""Over the websocket a reader's own pages say what they need, and nobody else says anything."""

import random
import time

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import InvalidStatus
from websockets_client import closing_code, heard, heard_to_the_end, run, talking

from trygghet.web.websocket import APART, LARGEST


def test_a_reader_gets_a_page_from_our_own_address(server):
    with talking(server.url, origin=server.url) as socket:
        socket.send(run())
        assert len(heard_to_the_end(socket)) > 3


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "http://localhost", "http://localhost:1", "null", "http://["],
)
def test_a_page_of_another_site_opens_no_session_in_a_readers_name(server, origin):
    start = time.monotonic()
    with pytest.raises(InvalidStatus, match="403"), talking(server.url, origin=origin):
        pass
    # Streamlit would now ask an outside host for its own address, while every reader waits.
    assert time.monotonic() - start < 1
    assert "external IP" not in server.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "message",
    [
        BackMsg(clear_cache=True),
        BackMsg(load_git_info=True),
        BackMsg(set_run_on_save=True),
        BackMsg(debug_shutdown_runtime=True),
        BackMsg(debug_disconnect_websocket=True),
        BackMsg(file_urls_request={"request_id": "a", "file_names": ["a"], "session_id": "a"}),
        BackMsg(backend_operation_request={"request_id": "a"}),
    ],
    ids=lambda message: message.WhichOneof("type"),
)
def test_no_reader_does_to_the_server_what_no_page_of_ours_does(server, message):
    with talking(server.url) as socket:
        socket.send(message.SerializeToString())
        assert heard(socket, 0.1) == []
        # Not passed on, and the reader goes on reading.
        socket.send(BackMsg(app_heartbeat=True).SerializeToString())
        assert socket.recv(timeout=10)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"x" * (LARGEST + 1), 1009),
        (run("x" * LARGEST), 1009),
        (b"\xff\xfe\x00", 1002),
        (b"", 1002),
        ("text", 1002),
    ],
    ids=["large", "large run", "no message", "empty", "text"],
)
def test_what_no_browser_of_a_reader_says_ends_the_session(server, said, code):
    with talking(server.url) as socket:
        socket.send(said)
        assert closing_code(socket) == code


def test_nobody_keeps_the_server_busy_by_asking_again_and_again(server):
    with talking(server.url) as socket:
        start = time.monotonic()
        for _ in range(6):
            socket.send(BackMsg(app_heartbeat=True).SerializeToString())
        for _ in range(6):
            socket.recv(timeout=10)
        assert time.monotonic() - start >= 5 * APART


def test_noise_over_the_websocket_stops_nobody_and_tells_nothing(server):
    noise = random.Random(6)
    for number in range(40):
        said = noise.randbytes(noise.randrange(1, 400))
        if number % 2:
            message = BackMsg()
            message.rerun_script.MergeFromString(b"")
            message.rerun_script.query_string = said.decode("latin-1")
            message.rerun_script.page_script_hash = said[:9].hex()
            message.rerun_script.page_name = said.decode("latin-1")
            message.rerun_script.fragment_id = said[:5].hex() if number % 3 else ""
            message.rerun_script.context_info.url = said.decode("latin-1")
            message.rerun_script.context_info.timezone = said.decode("latin-1")
            message.rerun_script.context_info.locale = said.decode("latin-1")
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id, widget.bytes_value = said.decode("latin-1"), said
            said = message.SerializeToString()
        with talking(server.url) as socket:
            socket.send(said)
            for told in heard(socket, 0.05):
                assert b"Traceback" not in told.SerializeToString()
    with talking(server.url) as socket:
        socket.send(run())
        assert heard_to_the_end(socket)
