// Loaded before the language server: whatever wants to leave the machine ends the program, and the test sees why.
"use strict";
const net = require("net");
const dns = require("dns");

function refuse(where) {
  process.stderr.write(`NETWORK ${where}\n`);
  process.exit(99);
}
net.Socket.prototype.connect = (...what) => refuse(`connect ${JSON.stringify(what)}`);
dns.lookup = (name) => refuse(`lookup ${name}`);
dns.promises.lookup = (name) => refuse(`lookup ${name}`);
globalThis.fetch = (address) => refuse(`fetch ${address}`);
