"""Passes connections of this computer on, and what is sent half of a delay later in each direction."""

import asyncio
import socket
import threading


class DelayingRelay:
    def __init__(self, target, millis):
        self._target = target
        self._seconds = millis / 2000
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()

    async def _serve(self):
        server = await asyncio.start_server(self._accept, sock=self._listening)
        await server.serve_forever()

    async def _accept(self, reader, writer):
        onward = await asyncio.open_connection("127.0.0.1", self._target)
        await asyncio.gather(self._pass(reader, onward[1]), self._pass(onward[0], writer))

    async def _pass(self, reader, writer):
        """Later parts do not wait for earlier ones, so that a delay is no limit of speed."""
        loop = asyncio.get_running_loop()
        try:
            while part := await reader.read(1 << 16):
                loop.call_later(self._seconds, writer.write, part)
        except OSError:
            pass  # one of the two is gone
        loop.call_later(self._seconds, writer.close)
