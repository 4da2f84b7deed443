/** What could not be trusted: the gravest first, and together what calls for the same; where it stands, what was found, and what may be put right here. */
import type { OfferedFix, ReportProblem } from '../../core/for-panel.ts';
import { problemsOf } from '../long-lists.ts';
import { Button, Note, Sign, Small, useRoom } from '../parts.tsx';
import { WindowList } from '../window-list.tsx';
import { useWish } from '../wishes.ts';
import { offersOf, Readings, TextDates } from './problems-fixes.tsx';
import { Twins, twinsIn } from './problems-twins.tsx';

type Line = { readonly key: string } & (
  | { readonly kind: 'severity'; readonly severity: ReportProblem['severity']; readonly count: number }
  | { readonly kind: 'advice'; readonly advice: string; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: ReportProblem }
  | { readonly kind: 'twins'; readonly problems: readonly ReportProblem[] }
);

const SEVERITIES = ['error', 'hold', 'notice'] as const;

export function Problems() {
  const [session, speech] = useRoom();
  const words = speech.view.problems;
  useWish({ fixes: true });
  const report = session.view?.report;
  if (!report) return null;
  const problems = problemsOf(session.view);
  const lines = SEVERITIES.flatMap((severity) => linesOf(severity, problems));
  const choices = new Map(offersOf(session).flatMap((offer) => (offer.to.length > 1 ? [[placeOf(offer), offer] as const] : [])));
  return (
    <section class="screen">
      <h2 class="unseen">{speech.words.nav.problems}</h2>
      {report.notices.length > 0 && (
        <>
          <h3>{words.about}</h3>
          <ul class="plain-list">
            {report.notices.map(({ kind, message }) => (
              <li key={`${kind}${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <TextDates />
      {lines.length === 0 ? (
        <Note kind="good" title={words.none}>
          <p>{words.noneHelp}</p>
        </Note>
      ) : (
        <WindowList items={lines} keyOf={({ key }) => key} label={speech.words.nav.problems} estimate={64}>
          {(line) => <Shown line={line} choices={choices} />}
        </WindowList>
      )}
    </section>
  );
}

/** The lines of a severity: what calls for the same stands together, under what to do. */
function linesOf(severity: ReportProblem['severity'], problems: readonly ReportProblem[]): Line[] {
  const those = problems.flatMap((problem, at) => (problem.severity === severity ? [{ problem, at }] : []));
  if (those.length === 0) return [];
  const advices = [...new Set(those.map(({ problem }) => problem.advice))];
  return [
    { kind: 'severity', key: severity, severity, count: those.length },
    ...advices.flatMap((advice): Line[] => {
      const alike = those.filter(({ problem }) => problem.advice === advice);
      const twins = alike.filter(({ problem }) => problem.kind === 'duplicate-number').map(({ problem }) => problem);
      return [
        { kind: 'advice', key: `${severity} ${advice}`, advice, count: alike.length },
        ...twinsIn(twins).map((group): Line => ({ kind: 'twins', key: `twins ${group[0]?.row}`, problems: group })),
        ...alike.flatMap(({ problem, at }): Line[] =>
          problem.kind === 'duplicate-number' ? [] : [{ kind: 'problem', key: String(at), problem }],
        ),
      ];
    }),
  ];
}

const placeOf = ({ sheet, row, column }: Pick<ReportProblem, 'sheet' | 'row' | 'column'>) => `${column}${row} ${sheet}`;

function Shown({ line, choices }: { readonly line: Line; readonly choices: ReadonlyMap<string, OfferedFix> }) {
  const [, speech] = useRoom();
  switch (line.kind) {
    case 'severity':
      return <SeverityHead severity={line.severity} count={line.count} />;
    case 'advice':
      return (
        <h4 class="advice">
          {line.advice} <span class="muted">({speech.count(line.count)})</span>
        </h4>
      );
    case 'problem': {
      const { problem } = line;
      return <ProblemLine problem={problem} choice={problem.kind === 'ambiguous-date' ? choices.get(placeOf(problem)) : undefined} />;
    }
    case 'twins':
      return <Twins problems={line.problems} />;
    default:
      return line satisfies never;
  }
}

function SeverityHead({ severity, count }: { readonly severity: ReportProblem['severity']; readonly count: number }) {
  const [, speech] = useRoom();
  const [title, meaning] = speech.view.problems.severities[severity];
  return (
    <div class="group">
      <h3>
        <Sign name={severity === 'error' ? 'stop' : severity === 'hold' ? 'warning' : 'info'} /> {title} ({speech.count(count)})
      </h3>
      <Small>{meaning}</Small>
    </div>
  );
}

function ProblemLine({ problem, choice }: { readonly problem: ReportProblem; readonly choice: OfferedFix | undefined }) {
  const [session, speech] = useRoom();
  const words = speech.words.problems;
  const { sheet, row, column, message } = problem;
  const cell = row === null ? '' : column === null ? words.rowOf(row) : `${column}${row}`;
  const place = cell === '' ? sheet : words.place(sheet, cell);
  return (
    <div class="line">
      {row === null ? (
        <Small>{place}</Small>
      ) : (
        <Button look="link" label={words.jump(place)} onClick={() => session.go(sheet, row, column)}>
          {sheet === session.view?.report?.table.sheet ? cell : place}
        </Button>
      )}
      <p>{message}</p>
      {choice && <Readings offer={choice} />}
    </div>
  );
}
