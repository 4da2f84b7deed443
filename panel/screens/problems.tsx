/** What could not be trusted: where, what was found, what to do; the gravest first. */
import type { ReportProblem } from '../../core/for-panel.ts';
import { problemsOf } from '../long-lists.ts';
import { Button, Note, Sign, useRoom } from '../parts.tsx';
import { WindowList } from '../window-list.tsx';

type Line =
  | { readonly kind: 'head'; readonly severity: ReportProblem['severity']; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: ReportProblem; readonly at: number };

const SEVERITIES = ['error', 'hold', 'notice'] as const;

export function Problems() {
  const { session, speech } = useRoom();
  const words = speech.words.problems;
  const report = session.view?.report;
  if (!report) return null;
  const lines = SEVERITIES.flatMap((severity): Line[] => {
    const those = problemsOf(session.view).flatMap((problem, at) =>
      problem.severity === severity ? [{ kind: 'problem' as const, problem, at }] : [],
    );
    return those.length === 0 ? [] : [{ kind: 'head', severity, count: those.length }, ...those];
  });
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
      {lines.length === 0 ? (
        <Note kind="good" title={words.none}>
          <p>{words.noneHelp}</p>
        </Note>
      ) : (
        <WindowList
          items={lines}
          keyOf={(line) => (line.kind === 'head' ? line.severity : String(line.at))}
          label={speech.words.nav.problems}
          estimate={96}
        >
          {(line) =>
            line.kind === 'head' ? <SeverityHead severity={line.severity} count={line.count} /> : <ProblemLine problem={line.problem} />
          }
        </WindowList>
      )}
    </section>
  );
}

function SeverityHead({ severity, count }: { readonly severity: ReportProblem['severity']; readonly count: number }) {
  const { speech } = useRoom();
  const [title, meaning] = speech.words.problems.severities[severity];
  return (
    <div class="group">
      <h3>
        <Sign name={severity === 'error' ? 'stop' : severity === 'hold' ? 'warning' : 'info'} /> {title} ({speech.count(count)})
      </h3>
      <p class="muted">{meaning}</p>
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: ReportProblem }) {
  const { session, speech } = useRoom();
  const words = speech.words.problems;
  const { sheet, row, column, message, advice } = problem;
  const cell = row === null ? '' : column === null ? words.rowOf(row) : `${column}${row}`;
  const place = cell === '' ? sheet : words.place(sheet, cell);
  return (
    <div class="line">
      {row === null ? (
        <p class="muted">{place}</p>
      ) : (
        <Button look="link" label={words.jump(place)} onClick={() => session.go(sheet, row, column)}>
          {sheet === session.view?.report?.table.sheet ? cell : place}
        </Button>
      )}
      <p>{message}</p>
      <p class="muted">{advice}</p>
    </div>
  );
}
