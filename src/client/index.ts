/** The shared client. Loads the SDK: import it when a request is about to be made, not at start-up. */
export { createClient } from './create.ts';
export { explainError, explainExchange } from './explain.ts';
export { overridingFetch } from './overrides.ts';
export { Recorder } from './recorder.ts';
export { recordingFetch } from './recording-fetch.ts';
