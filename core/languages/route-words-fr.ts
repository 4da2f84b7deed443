/** Les voies de recouvrement après la dernière relance, en français. */
import type { RouteWords } from './route-words.ts';

const PROOFS = 'Pièces\u00a0: contrat ou commande, bons de livraison, factures, relances, mise en demeure et sa preuve d’envoi';

export const ROUTES_FR: RouteWords = {
  routes: {
    mediation: {
      title: 'Médiateur des entreprises',
      fits: 'Un désaccord avec un client que l’on veut garder, entreprise ou organisme public.',
      needs: ['Un exposé du différend et les pièces échangées', 'L’accord du client pour entrer en médiation'],
      cost: 'Gratuit.',
      delay: 'Un contact sous une semaine environ, quelques jours à trois mois en tout.',
    },
    'small-claim': {
      title: 'Procédure simplifiée des petites créances',
      fits: 'Une créance contractuelle non contestée d’au plus 5\u202f000\u00a0€, principal et intérêts.',
      needs: [
        PROOFS,
        'Un commissaire de justice du ressort de la cour d’appel du client',
        'L’accord du client dans le mois de l’invitation',
      ],
      cost: 'Frais du commissaire de justice, à la charge du créancier.',
      delay: 'Un mois\u00a0; titre exécutoire sans juge si le client accepte, échec sinon.',
    },
    'order-to-pay': {
      title: 'Injonction de payer',
      fits: 'Une créance contractuelle, d’un montant déterminé et non contestée, sans plafond.',
      needs: ['Une mise en demeure restée sans effet', PROOFS, 'Une requête au tribunal du client (pas d’avocat obligatoire)'],
      cost: 'Greffe du tribunal de commerce\u00a0: 33,47\u00a0€ (à vérifier), puis la signification par commissaire de justice.',
      delay:
        'Ordonnances rendues depuis le 1er septembre 2026\u00a0: à signifier dans les 3 mois, sinon caduques\u00a0; opposition dans le mois\u00a0; exécution 2 mois après la signification si le greffe n’a signalé aucune opposition.',
    },
    interim: {
      title: 'Référé-provision',
      fits: 'Une obligation qui n’est pas sérieusement contestable\u00a0; l’urgence n’est pas une condition.',
      needs: [PROOFS, 'Une assignation par commissaire de justice', 'Un avocat au-delà de 10\u202f000\u00a0€'],
      cost: 'Assignation, greffe et, le cas échéant, avocat.',
      delay: 'Environ un mois.',
    },
    claim: {
      title: 'Assignation au fond',
      fits: 'Une créance contestée ou complexe, quand les autres voies sont fermées.',
      needs: [
        PROOFS,
        'Une assignation par commissaire de justice',
        'Un avocat au-delà de 10\u202f000\u00a0€',
        'Devant le tribunal judiciaire, jusqu’à 5\u202f000\u00a0€\u00a0: une tentative de conciliation ou de médiation',
      ],
      cost: 'Assignation, greffe, avocat\u00a0; contribution au-delà de 50\u202f000\u00a0€ devant les tribunaux des activités économiques.',
      delay: 'Plusieurs mois, souvent plus d’un an.',
    },
    administrative: {
      title: 'Référé-provision devant le tribunal administratif',
      fits: 'Une créance sur un organisme public qui n’est pas sérieusement contestable.',
      needs: ['Une demande de paiement adressée à l’organisme', PROOFS, 'La preuve du dépôt de la facture (Chorus Pro)'],
      cost: 'Pas de droit de greffe\u00a0; avocat selon le contrat.',
      delay: 'Quelques semaines à quelques mois.',
    },
    'uk-letter': {
      title: 'Letter before claim (Royaume-Uni)',
      fits: 'Avant toute action devant les juridictions d’Angleterre et du pays de Galles.',
      needs: ['La somme, son calcul et un délai de réponse, d’ordinaire 14 jours', '30 jours si le débiteur est une personne physique'],
      cost: 'L’affranchissement.',
      delay: '14 à 30 jours.',
    },
    'uk-claim': {
      title: 'Money Claim Online (Angleterre et pays de Galles)',
      fits: 'Une somme d’argent d’au plus 100\u202f000\u00a0£\u00a0; jusqu’à 10\u202f000\u00a0£ la voie «\u00a0small claims\u00a0», sans avocat.',
      needs: ['Une lettre avant action restée sans effet', 'Factures, commandes, échanges'],
      cost: 'Droits de justice selon la somme, de 35\u00a0£ à 5\u00a0% de la demande.',
      delay: 'Le débiteur a 14 jours pour répondre, 28 s’il annonce une défense.',
    },
    'de-order': {
      title: 'Mahnverfahren (injonction de payer allemande)',
      fits: 'Une créance non contestée, sans plafond.',
      needs: ['Une demande en ligne ou sur formulaire au tribunal des injonctions', 'Le débiteur en retard de paiement (Verzug)'],
      cost: 'Droits de justice selon la somme.',
      delay: 'Opposition dans les deux semaines, puis titre exécutoire sur demande.',
    },
    'eu-order': {
      title: 'Injonction de payer européenne',
      fits: 'Un client établi dans un autre État de l’Union (sauf le Danemark), qui ne conteste pas.',
      needs: ['Le formulaire A', 'Le tribunal compétent dans l’État du client'],
      cost: 'Droits de justice de l’État saisi.',
      delay: 'Ordonnance en principe sous 30 jours\u00a0; opposition dans les 30 jours.',
    },
    neutral: {
      title: 'Médiation',
      fits: 'Un désaccord, ou un client que l’on veut garder.',
      needs: ['L’accord du client', 'Un exposé du différend et les pièces échangées'],
      cost: 'Honoraires du médiateur, partagés.',
      delay: 'Quelques semaines.',
    },
    'local-court': {
      title: 'Juridiction du pays du client',
      fits: 'Une créance contestée, ou un pays sans procédure d’injonction.',
      needs: ['Contrat, factures, relances, mise en demeure', 'Un conseil du pays'],
      cost: 'Selon le pays.',
      delay: 'Selon le pays.',
    },
    agency: {
      title: 'Société de recouvrement',
      fits: 'Une créance non contestée que l’on ne veut pas suivre soi-même.',
      needs: ['Un mandat écrit', 'Le dossier de preuves'],
      cost: 'Le plus souvent une commission sur les sommes recouvrées, à la charge du créancier.',
      delay: 'Quelques semaines à quelques mois, toujours à l’amiable.',
    },
  },
  why: {
    'limitation-passed': () => 'La prescription est acquise\u00a0: demander conseil avant toute action.',
    'businesses-only': () => 'Réservé aux différends entre professionnels.',
    'public-debtor': () => 'Le client est un organisme public\u00a0: le juge administratif est compétent pour un marché public.',
    'not-public': () => 'Réservé aux organismes publics.',
    'over-limit': (limit) => `La créance dépasse ${limit}.`,
    'no-currency': (limit) => `Le plafond est de ${limit}\u00a0; la créance est dans une autre devise.`,
    contested: () => 'La créance est contestée.',
    'contested-fits': () => 'La créance est contestée\u00a0: cette voie entend les deux parties.',
    'part-contested': () => 'Pour la part qui n’est pas contestée.',
    'notice-first': () => 'Une mise en demeure doit d’abord être envoyée pour toutes les factures.',
    'notice-sent': () => 'La mise en demeure est déjà envoyée.',
    'notice-is-next': () => 'C’est la prochaine étape\u00a0: elle précède toute action.',
    'small-and-uncontested': (limit) => `La créance n’est pas contestée et ne dépasse pas ${limit}.`,
    uncontested: () => 'La créance n’est pas contestée.',
    alternative: () => 'Ouverte aussi.',
    'last-resort': () => 'Si les autres voies échouent.',
    'keeps-the-customer': () => 'Si la relation avec le client compte.',
    'abroad-only': () => 'Si le client est établi dans un autre État de l’Union.',
    'agency-unset': () => 'Le réglage «\u00a0Société de recouvrement dès\u00a0» dit à partir de quel montant la proposer.',
    'agency-from': (limit) => `La créance atteint votre seuil de ${limit}.`,
    'agency-below': (limit) => `La créance est sous votre seuil de ${limit}.`,
  },
  verdicts: { proposed: 'Proposée', possible: 'Possible', closed: 'Non' },
  basis: { official: 'source officielle', secondary: 'source secondaire', general: 'à vérifier avant usage' },
  limitation: {
    unknown: 'Date de prescription inconnue pour ce régime\u00a0: à vérifier.',
    far: (day, number) => `Prescription le ${day} (facture ${number}). Ni les relances ni la mise en demeure ne l’interrompent.`,
    near: (day, number) =>
      `Attention\u00a0: prescription le ${day} (facture ${number}), dans moins de six mois. Ni les relances ni la mise en demeure ne l’interrompent\u00a0; seuls le font une action en justice, une exécution forcée ou la reconnaissance de la dette par le client.`,
    passed: (day, number) =>
      `La prescription est passée depuis le ${day} (facture ${number}), sauf acte interruptif\u00a0: demander conseil avant toute action.`,
  },
};
