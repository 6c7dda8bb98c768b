/** The leading mock server with one fixed answer, the first argument, in a process of its own. Prints its base URL; ends with its parent. */
import { LLMock } from '@copilotkit/aimock';

const [, , content = ''] = process.argv;
const mock = new LLMock({ port: 0, logLevel: 'silent' });
mock.onMessage(/./, { content });
await mock.start();
console.log(`${mock.url}/v1`);
process.stdin.on('end', () => process.exit()).resume();
