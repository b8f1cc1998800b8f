const fs = require('fs');

// With each message a file is opened for writing, and none is ever ended.
function Sink(bus, path) {
  const sink = this;
  bus.on('message', function (text) {
    sink.out = fs.createWriteStream(path); // expect: SL108
    sink.out.on('error', (error) => console.error(error));
    sink.out.write(text);
  });
}

// One file, opened with the first message.
function RightSink(bus, path) {
  const sink = this;
  bus.on('message', function (text) {
    if (!sink.only) sink.only = fs.createWriteStream(path);
    sink.only.write(text);
  });
}

// Each is ended with its message.
function EndedSink(bus, path) {
  const sink = this;
  bus.on('message', function (text) {
    sink.each = fs.createWriteStream(path);
    sink.each.end(text);
  });
}

// Somebody is given it, and may end it.
function PipedSink(bus, path) {
  const sink = this;
  bus.on('message', function (source) {
    sink.piped = fs.createWriteStream(path);
    source.pipe(sink.piped);
  });
}

module.exports = { Sink, RightSink, EndedSink, PipedSink };
