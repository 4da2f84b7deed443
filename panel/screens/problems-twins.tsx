/** Rows that bear the same number, side by side: which one is wrong only the user can say, so nothing is changed here. */
import type { ReportInvoice, ReportProblem } from '../../core/for-panel.ts';
import { invoicesOf } from '../long-lists.ts';
import { Button, Small, useRoom } from '../parts.tsx';

/** The problems of one number each, in the order of the sheet. */
export function twinsIn(problems: readonly ReportProblem[]): (readonly ReportProblem[])[] {
  const groups = new Map<string, Map<number | null, ReportProblem>>();
  for (const problem of problems) {
    // As people read numbers: case and blanks make no other one.
    const key = problem.found.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
    groups.set(key, (groups.get(key) ?? new Map()).set(problem.row, problem));
  }
  return [...groups.values()].map((group) => [...group.values()]);
}

export function Twins({ problems }: { readonly problems: readonly ReportProblem[] }) {
  const [session, speech] = useRoom();
  const { words, view } = speech;
  const rows = problems.map(({ row }) => (session.view && row !== null ? invoicesOf(session.view).inRow(row) : null));
  const day = (iso: string | null | undefined) => (iso ? speech.day(iso) : '');
  const facts: readonly (readonly [string, (invoice: ReportInvoice | null) => string])[] = [
    [view.roles.customer, (invoice) => invoice?.customer ?? ''],
    [view.roles.amount, (invoice) => (invoice?.amount == null ? '' : speech.money(invoice.amount, invoice.currency))],
    [view.roles.issuedOn, (invoice) => day(invoice?.issuedOn)],
    [view.roles.dueOn, (invoice) => day(invoice?.dueOn)],
    [view.roles.paidOn, (invoice) => day(invoice?.paidOn)],
  ];
  return (
    <div class="line">
      <p>
        <strong>{problems[0]?.found}</strong>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section class="across" tabIndex={0} aria-label={problems[0]?.found}>
        <table class="twins">
          <thead>
            <tr>
              <td />
              {problems.map(({ sheet, row, column }) => (
                <th key={row} scope="col">
                  {row !== null && (
                    <Button look="link" label={words.problems.jump(`${column}${row}`)} onClick={() => session.go(sheet, row, column)}>
                      {`${column}${row}`}
                    </Button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map(([name, textOf]) => {
              const texts = rows.map(textOf);
              const isSame = new Set(texts).size === 1;
              if (isSame && texts[0] === '') return null;
              return (
                <tr key={name}>
                  <th scope="row">
                    {name}
                    {!isSame && <Small>{view.problems.differs}</Small>}
                  </th>
                  {texts.map((text, at) => (
                    <td key={problems[at]?.row}>{isSame ? text : <strong>{text === '' ? words.notAvailable : text}</strong>}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
