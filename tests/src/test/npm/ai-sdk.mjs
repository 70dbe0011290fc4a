// The Vercel AI SDK with its provider for app-servers. Usage: node ai-sdk.mjs SERVER CWD
// Says in one line of JSON what came of it.
import { streamText } from 'ai';
import { createCodexAppServer } from 'ai-sdk-provider-codex-cli';

const [server, cwd] = process.argv.slice(2);
const said = { answers: [], deltas: [], asked: [] };

function provider() {
  return createCodexAppServer({
    defaultSettings: {
      codexPath: server,
      cwd,
      approvalPolicy: 'untrusted',
      sandboxPolicy: { type: 'dangerFullAccess' },
      logger: false,
      serverRequests: {
        onCommandExecutionApproval: async (request) => {
          said.asked.push(request.params.command);
          return { decision: 'accept' };
        },
      },
    },
  });
}

async function ask(codex, prompt, options) {
  const result = streamText({
    model: codex('mock-model'),
    prompt,
    providerOptions: { 'codex-app-server': options },
    onError: ({ error }) => {
      throw error;
    },
  });
  let pieces = 0;
  let text = '';
  for await (const piece of result.textStream) {
    pieces++;
    text += piece;
  }
  said.answers.push(text);
  said.deltas.push(pieces);
  return (await result.finalStep).providerMetadata?.['codex-app-server']?.threadId;
}

const first = provider();
try {
  said.threadId = await ask(first, 'one?', { threadMode: 'persistent' });
  await ask(first, 'touch it', { threadId: said.threadId });
} finally {
  await first.close();
}

const second = provider();
try {
  said.resumedId = await ask(second, 'three?', { threadId: said.threadId });
  said.models = (await second.listModels()).models.map((model) => model.id);
} finally {
  await second.close();
}

console.log(JSON.stringify(said));
process.exit(0);
