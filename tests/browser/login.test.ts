/** The login page of a server with a token: browsers send headers with its form that no other client does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../src/server/serve.js';
import { fakeWorkspace } from '../server/fake-workspace.js';
import { isOff, launch, PATIENCE_MS } from './harness.js';

const token = 'x'.repeat(16);

describe.skipIf(isOff)('the login page', { timeout: PATIENCE_MS }, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve(fakeWorkspace(), {
      port: 0,
      host: '127.0.0.1',
      environment: { ASTERISM_TOKEN: token },
      signals: false,
    });
  });
  afterAll(() => server.close());

  it('refuses a wrong token in words, takes the right one, and leads on', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    const logIn = async (text: string) => {
      await page.getByLabel('Token').fill(text);
      await page.getByRole('button', { name: 'Log in' }).click();
    };
    await page.goto(`${server.address}/api/docs`);
    await logIn('a guess');
    await page.getByText('That is not the token.').waitFor();
    await logIn(token);
    await page.getByRole('heading', { name: 'Ask the graph' }).waitFor();
    expect(page.url()).toBe(`${server.address}/api/docs`);
    await browser.close();
  });
});
