#!/usr/bin/env node
/** The `asterism` command in a clone: brings packages and builds up to date, then hands over to the command line. */
import { prepareOrExit } from './prepare.js';

prepareOrExit();
await import(new URL('../dist/packed/main.js', import.meta.url).href);
