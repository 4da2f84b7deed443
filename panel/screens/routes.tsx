/** After the last reminder: the ways on for a claim, which one is proposed and why, what it asks for, and how long there is to take one. */
import type { ComponentChildren } from 'preact';
import type { HandOver, RouteShown, WorklistEntry } from '../../core/for-panel.ts';
import { Facts, More, Note, Small, useRoom } from '../parts.tsx';
import { useWish } from '../wishes.ts';

export function Routes({ entry }: { readonly entry: WorklistEntry }) {
  const [session, speech] = useRoom();
  const said = speech.view.explained.routes;
  useWish({ routes: [entry.id] });
  const claims = session.view?.routes?.filter((claim) => claim.entry === entry.id) ?? [];
  if (claims.length === 0) return null;
  return (
    <section class="stack" aria-label={said.title}>
      <h5>{said.title}</h5>
      {claims.map((claim) => (
        <Claim key={claim.currency ?? ''} claim={claim} />
      ))}
      <Small>{said.noAdvice}</Small>
    </section>
  );
}

/** How grave it is that the time to act is running out. */
const LIMITATION_KINDS = { unknown: 'info', far: 'info', near: 'warn', passed: 'bad' } as const;

function Claim({ claim }: { readonly claim: HandOver }) {
  const [, speech] = useRoom();
  const words = speech.words.ahead.routes;
  const said = speech.view.explained.routes;
  const { principal, interest, fee, currency, limitation, routes } = claim;
  const sums = [
    [said.claim, principal],
    [said.interest, interest],
    [said.fee, fee],
  ] as const;
  const open = routes.filter(({ verdict }) => verdict !== 'closed');
  const closed = routes.filter(({ verdict }) => verdict === 'closed');
  return (
    <>
      <Facts facts={sums.map(([name, amount]) => [name, speech.money(amount, currency)] as const)} />
      <Note kind={LIMITATION_KINDS[limitation.state]} title={said.limitation[limitation.state]}>
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
                <Small>{why}</Small>
              </li>
            ))}
          </ul>
        </More>
      )}
    </>
  );
}

function Way({ route, isOpen }: { readonly route: RouteShown; readonly isOpen: boolean }) {
  const [, speech] = useRoom();
  const words = speech.words.ahead.routes;
  const said = speech.view.explained.routes;
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [said.why, route.why],
    [said.fits, route.fits],
    [said.cost, route.cost],
    [said.delay, route.delay],
    [said.source, words.checked(route.source, speech.day(route.checkedOn))],
    [
      said.needs,
      route.needs.length === 0 ? null : (
        <ul class="dots">
          {route.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      ),
    ],
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
        <Facts facts={facts} />
      </More>
    </li>
  );
}
