/** Starts the page: fonts, styles, the nonce that the content security policy asks of every style element, the providers. */
import './mantine-styles.js';
import '@fontsource-variable/ibm-plex-sans/wght.css';
import '@fontsource/ibm-plex-serif/500.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './low-screens.css';
import './touch.css';
import './forced-colors.css';
import { Catcher } from './conditions.js';
import { prepareCanvas } from './graph/first-canvas.js';
import { askAhead } from './graph/graph-answer.js';
import { startSteps } from './steps.js';
import { cssVariables, theme } from './theme.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
setNonce(nonce);
const answers = new QueryClient();
void askAhead(answers);
prepareCanvas();
startSteps();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Catcher>
          <App />
        </Catcher>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
