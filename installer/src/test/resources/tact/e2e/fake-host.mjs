// A host that misbehaves in one way. Usage: node fake-host.mjs MODE
//   incompatible  knows no protocol version that the add-on speaks
//   silent        says its welcome and nothing more
const mode = process.argv[2];
let input = Buffer.alloc(0);

function write(message) {
  const json = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(4);
  new Uint32Array(length.buffer, length.byteOffset, 1)[0] = json.length;
  process.stdout.write(Buffer.concat([length, json]));
}

function answer({ id, event }) {
  if (event.type === "hello" && mode === "incompatible") {
    write({ v: 1, id, problem: {
      code: 4, text: "The Tact host 9.0 needs a newer add-on: update the Tact add-on in Thunderbird.", retryable: false,
    } });
  } else if (event.type === "hello") {
    write({ v: 1, id, welcome: { host: "0.1.0", protocol: 1, language: "en" } });
  }
}

process.stdin.on("data", chunk => {
  input = Buffer.concat([input, chunk]);
  while (input.length >= 4) {
    const end = 4 + new Uint32Array(Uint8Array.from(input.subarray(0, 4)).buffer)[0];
    if (input.length < end) {
      return;
    }
    answer(JSON.parse(input.subarray(4, end)));
    input = input.subarray(end);
  }
});
process.stdin.on("end", () => process.exit(0));
