// A socket.io server as its documentation shows it, with everything a benchmark asks for: `echo` sends the words
// back, `announce` sends them to everybody. It takes a free port and says where it is.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });

io.on('connection', (socket) => {
    socket.on('echo', (words) => socket.emit('echo', words));
    socket.on('announce', (words) => io.emit('message', words));
});

http.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
    console.log(`socket.io is ready at http://127.0.0.1:${http.address().port}`);
});
