import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

// No reader has a reason to open a connection, and none does. Should one begin to, in a later version or talked into it by a
// file, it fails here. Importing this is what switches it on, for the main thread of the reader process.
const refuse = (): never => {
  throw new Error("documents are read without a network");
};

net.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
dgram.Socket.prototype.connect = refuse;
Object.assign(dns, { lookup: refuse, resolve: refuse });
Object.assign(dns.promises, { lookup: refuse, resolve: refuse });
Object.assign(globalThis, { fetch: refuse, WebSocket: refuse, EventSource: refuse });
