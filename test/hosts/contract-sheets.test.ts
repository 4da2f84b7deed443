/** Google Sheets over the contract of all hosts. The only host that hands over instants: these tests also run where the machine's clock is elsewhere. */
import { contract } from './contract.ts';
import { sheetsHost } from './sheets/index.ts';
import { someOf } from './stories.ts';

for (const story of someOf('small table', 'the year', 'a stranger’s sheet')) contract(({ snapshot }) => sheetsHost(snapshot), story);
