/** Google Sheets over the contract of all hosts. The only host that hands over instants: these tests also run where the machine's clock is elsewhere. */
import { contract } from './contract.ts';
import { sheetsHost } from './sheets/index.ts';
import { STORIES } from './stories.ts';

for (const story of STORIES) contract(({ snapshot }) => sheetsHost(snapshot), story);
