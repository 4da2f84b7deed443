// A machine in a zone of its own: the clock of the process is moved before a test file runs, so that one run of the tests can go through several zones.
import { TestEnvironment } from 'jest-environment-node';

export default class InZone extends TestEnvironment {
  constructor(config, context) {
    const { zone } = config.projectConfig.testEnvironmentOptions;
    process.env.TZ = zone;
    super(config, context);
    // Noon of two days, summer and winter, as a clock that was told the zone shows it: a test in another zone than it says would prove nothing.
    for (const noon of [Date.UTC(2026, 0, 1, 12), Date.UTC(2026, 6, 1, 12)]) {
      const [own, told] = [undefined, zone].map((timeZone) => new Date(noon).toLocaleString('en-GB', { timeZone }));
      const hours = `${String(new Date(noon).getHours()).padStart(2, '0')}:`;
      if (own !== told || !told.includes(` ${hours}`)) throw new Error(`the clock of this process is not in ${zone}`);
    }
  }
}
