/** After the last reminder: the ways on for a claim, which one is proposed and why, what it asks for, and how long there is to take one. */
import type { HandOver, RouteShown, WorklistEntry } from '../../core/for-panel.ts';
import { More, Note, useRoom } from '../parts.tsx';
import { useWish } from '../wishes.ts';

export function Routes({ entry }: { readonly entry: WorklistEntry }) {
  const { session, speech } = useRoom();
  const words = speech.words.ahead.routes;
  useWish({ routes: [entry.id] });
  const claims = session.view?.routes?.filter((claim) => claim.entry === entry.id) ?? [];
  if (claims.length === 0) return null;
  return (
    <section class="stack" aria-label={words.title}>
      <h5>{words.title}</h5>
      {claims.map((claim) => (
        <Claim key={claim.currency ?? ''} claim={claim} />
      ))}
      <p class="muted">{words.noAdvice}</p>
    </section>
  );
}

/** How grave it is that the time to act is running out. */
const LIMITATION_KINDS = { unknown: 'info', far: 'info', near: 'warn', passed: 'bad' } as const;

function Claim({ claim }: { readonly claim: HandOver }) {
  const { speech } = useRoom();
  const words = speech.words.ahead.routes;
  const { principal, interest, fee, currency, limitation, routes } = claim;
  const sums = [
    [words.claim, principal],
    [words.interest, interest],
    [words.fee, fee],
  ] as const;
  const open = routes.filter(({ verdict }) => verdict !== 'closed');
  const closed = routes.filter(({ verdict }) => verdict === 'closed');
  return (
    <>
      <dl class="facts">
        {sums.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{speech.money(amount, currency)}</dd>
          </div>
        ))}
      </dl>
      <Note kind={LIMITATION_KINDS[limitation.state]} title={words.limitation[limitation.state]}>
        <p>{limitation.text}</p>
      </Note>
      <ul class="ways">
        {open.map((route, at) => (
          <Way key={route.id} route={route} isOpen={at === 0} />
        ))}
      </ul>
      {closed.length > 0 && (
        <More summary={words.closed(closed.length)}>
          <ul class="guards">
            {closed.map(({ id, title, why }) => (
              <li key={id}>
                <p>{title}</p>
                <p class="muted">{why}</p>
              </li>
            ))}
          </ul>
        </More>
      )}
    </>
  );
}

function Way({ route, isOpen }: { readonly route: RouteShown; readonly isOpen: boolean }) {
  const { speech } = useRoom();
  const words = speech.words.ahead.routes;
  const facts: readonly (readonly [string, string])[] = [
    [words.why, route.why],
    [words.fits, route.fits],
    [words.cost, route.cost],
    [words.delay, route.delay],
    [words.source, words.checked(route.source, speech.day(route.checkedOn))],
  ];
  return (
    <li>
      <More
        open={isOpen}
        summary={
          <>
            <strong>{route.title}</strong> <span class={`verdict ${route.verdict}`}>{route.verdictText}</span>
          </>
        }
      >
        <dl class="facts">
          {facts
            .filter(([, text]) => text !== '')
            .map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          {route.needs.length > 0 && (
            <div>
              <dt>{words.needs}</dt>
              <dd>
                <ul class="dots">
                  {route.needs.map((need) => (
                    <li key={need}>{need}</li>
                  ))}
                </ul>
              </dd>
            </div>
          )}
        </dl>
      </More>
    </li>
  );
}
