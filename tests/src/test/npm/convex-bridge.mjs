// The bridge of a Convex component, which holds every message to the published schema. Usage: node convex-bridge.mjs SERVER CWD
// Says in one line of JSON what came of it.
import {
  CodexLocalBridge,
  buildCommandExecutionApprovalResponse,
  buildInitializeRequest,
  buildInitializedNotification,
  buildThreadListRequest,
  buildThreadReadRequest,
  buildThreadResumeRequest,
  buildThreadStartRequest,
  buildTurnStartTextRequest,
} from '@zakstam/codex-local-component/host';

const [server, cwd] = process.argv.slice(2);
const said = { answers: [], deltas: [], asked: [], errors: [] };

/** One server process and the messages that came from it, each of which is taken once. */
class Session {
  constructor() {
    this.unread = [];
    this.waiting = [];
    this.lastId = 0;
    this.exited = new Promise((resolve) => {
      this.bridge = new CodexLocalBridge(
        { codexBin: server, cwd },
        {
          onEvent: async (event) => this.take(JSON.parse(event.payloadJson)),
          onGlobalMessage: async (message) => this.take(message),
          onProtocolError: async ({ line, error }) => said.errors.push(`${error.message}: ${line}`),
          onProcessExit: resolve,
        },
      );
    });
    this.bridge.start();
  }

  take(message) {
    this.unread.push(message);
    this.waiting = this.waiting.filter((look) => !look());
  }

  next(fits) {
    return new Promise((resolve) => {
      const look = () => {
        const at = this.unread.findIndex(fits);
        if (at < 0) return false;
        resolve(this.unread.splice(at, 1)[0]);
        return true;
      };
      if (!look()) this.waiting.push(look);
    });
  }

  async call(build, ...args) {
    const id = ++this.lastId;
    this.bridge.send(build(id, ...args));
    const answer = await this.next((message) => message.id === id && !message.method);
    if (answer.error) throw new Error(JSON.stringify(answer.error));
    return answer.result;
  }

  async begin() {
    await this.call(buildInitializeRequest, { name: 'convex-bridge', title: 'Bridge', version: '1.0.0' });
    this.bridge.send(buildInitializedNotification());
  }

  async ask(threadId, text) {
    await this.call(buildTurnStartTextRequest, { threadId, text });
    let answer = '';
    let deltas = 0;
    for (;;) {
      const message = await this.next((each) => each.method && each.params?.threadId === threadId);
      if (message.method === 'item/commandExecution/requestApproval') {
        said.asked.push(message.params.command);
        this.bridge.send(buildCommandExecutionApprovalResponse(message.id, 'accept'));
      } else if (message.method === 'item/agentMessage/delta') {
        deltas++;
        answer += message.params.delta;
      } else if (message.method === 'turn/completed') {
        said.answers.push(answer);
        said.deltas.push(deltas);
        return;
      }
    }
  }

  async end() {
    this.bridge.stop();
    await this.exited;
  }
}

const first = new Session();
await first.begin();
const started = await first.call(buildThreadStartRequest, {
  cwd,
  approvalPolicy: 'untrusted',
  sandbox: 'danger-full-access',
});
said.threadId = started.thread.id;
await first.ask(said.threadId, 'one?');
await first.ask(said.threadId, 'touch it');
await first.end();

const second = new Session();
await second.begin();
said.listed = (await second.call(buildThreadListRequest)).data.map((thread) => thread.id);
said.resumedId = (await second.call(buildThreadResumeRequest, { threadId: said.threadId })).thread.id;
await second.ask(said.threadId, 'three?');
said.turns = (await second.call(buildThreadReadRequest, { threadId: said.threadId, includeTurns: true })).thread.turns.length;
await second.end();

console.log(JSON.stringify(said));
process.exit(0);
