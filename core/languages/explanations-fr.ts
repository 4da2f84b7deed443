/** What the screens explain, in French. */
import type { Explanations } from './explanations.ts';

export const EXPLANATIONS_FR: Explanations = {
  screens: {
    today: [
      'La liste commence par le plus grave\u00a0: allez de haut en bas.',
      'Cliquez un nom\u00a0: ses factures, pourquoi chacune est là, le message ou l’appel à faire.',
      'Préparer fait des brouillons. Rien ne part tant que vous ne l’envoyez pas.',
      'Saisissez les paiements dans la feuille, puis Actualiser\u00a0: qui a payé quitte la liste.',
    ],
    coming: ['Ce que les prochains jours vous demanderont si personne ne paie et si chaque étape est faite à son jour.'],
    customers: [
      'Tous ceux de votre feuille\u00a0; une partie du nom suffit pour en trouver un.',
      'La note dit comment un client a payé jusqu’ici\u00a0: 70 ou plus, bon\u00a0; moins de 40, à risque.',
      'Cliquez un nom pour sa fiche\u00a0: pourquoi cette note, ses factures, ce qui a été fait, ce que vous pouvez dire.',
    ],
    customer: [
      'Tout ce qu’on sait d’un client, et tout ce que vous pouvez en dire\u00a0: promesse, litige, échéancier, pause.',
      'Chaque point perdu par la note est nommé. Les suggestions ne changent rien d’elles-mêmes.',
    ],
    act: ['Ce que vous dites est inscrit au journal, et se reprend dans Suivi.', 'Revenir en arrière garde ce que vous avez tapé.'],
    figures: [
      'Cliquez un chiffre\u00a0: ce qu’il veut dire, le calcul avec vos montants, ses douze derniers mois.',
      'La prévision suit les promesses et les échéanciers, sinon les habitudes de chaque client. Elle ignore les ventes à venir.',
      'Vos décaissements prévus (onglet Réglages de votre classeur) y sont mis en regard.',
      'Pour un autre jour\u00a0: Réglages, Chiffres au.',
    ],
    follow: [
      'Les brouillons attendent ici que vous disiez ce qu’ils sont devenus\u00a0; un brouillon qui attend en bloque un second.',
      'Le journal liste tout ce qui a été fait. Rien n’y est effacé\u00a0: reprendre ajoute une ligne.',
    ],
    problems: [
      'Les cellules illisibles ou douteuses. Cliquez-en une pour y aller, corrigez dans la feuille, puis Actualiser.',
      'Toutes les autres lignes sont calculées comme d’habitude.',
    ],
    settings: ['Ici\u00a0: le jour et ce panneau. Toutes les autres règles vivent dans des onglets de votre classeur, nommés plus bas.'],
    sheet: [
      'Dites ce que contient chaque colonne. Rien n’est gardé ni écrit sans votre accord.',
      'Seules les six colonnes de Relance sont remplies.',
    ],
  },
  asOf: 'Déplacez le jour pour voir où l’on en était, ou en sera. Les paiements postérieurs n’ont pas encore eu lieu.',
  automatic: 'Les colonnes remplies par Relance suivent chaque changement de la feuille.',
  daily: 'Même feuille fermée. Ce qui a été trouvé vous attend ici\u00a0; aucun client n’est jamais contacté.',
  language: 'Celle de ce panneau. La feuille et ses relances gardent la leur.',
  sheet: 'Quelle feuille, quelles colonnes, quelle devise.',
  undo: 'Remet les cellules comme elles étaient. Le journal reste.',
  folder: 'Garder les brouillons dans un dossier à côté de votre fichier plutôt que les télécharger.',
  noPast: 'Aucune colonne ne donne la date des factures\u00a0: les mois passés et les taux qui en dépendent ne peuvent pas être dits.',
  writes:
    'Ces six-là seulement. Vos formules et les mots qui disent autre chose y restent\u00a0; les autres colonnes ne sont jamais touchées.',
  coming: 'Qui il faudra contacter si personne ne paie et si chaque étape est faite à son jour.',
  proof: 'Les lignes ci-dessus font, au centime près, la somme des restes dus de toutes les factures.',
  board:
    'Un onglet de formules, avec des graphiques là où votre tableur en a. Il suit chaque actualisation\u00a0; redemandé, il est mis à jour sur place.',
  outbox:
    'Ouvrez chaque brouillon, envoyez-le depuis votre messagerie, puis cliquez ici sur «\u00a0Envoyé\u00a0»\u00a0: la relance suivante compte à partir de ce jour.',
  outboxFile:
    '«\u00a0Ouvrir (.eml)\u00a0» enregistre le brouillon dans un fichier\u00a0; ouvert, il est prêt à partir dans votre messagerie. Une fois envoyé, cliquez ici sur «\u00a0Envoyé\u00a0»\u00a0: la relance suivante compte à partir de ce jour.',
  fates:
    '«\u00a0Envoyé\u00a0»\u00a0: il compte comme une relance. «\u00a0Supprimé\u00a0»\u00a0: rien n’est parti, et il peut être préparé de nouveau.',
  journalEmpty: 'Rien n’a encore été fait. Chaque brouillon, appel et lettre s’inscrira ici.',
  takenBack: 'Les brouillons déjà préparés restent connus et ne seront pas refaits. Les lignes d’un échéancier restent dans leur onglet.',
  noPaper: 'Il n’y aurait rien dedans\u00a0: aucune facture de ce client n’est ouverte, ou aucune n’est en retard et relancée.',
  savedPaper: 'Ouvrez le fichier enregistré pour l’imprimer ou en faire un PDF.',
  ladder: 'Ce qui arrive à une facture en retard, et quand. Chaque étape attend que la précédente soit faite.',
  backTest: 'Vos factures passées sont rejouées avec deux jeux d’étapes. Rien n’est envoyé et rien n’est écrit.',
  paidBefore:
    'Payées avant\u00a0: la part des factures qui ont été payées avant que l’étape n’arrive. Si elle est élevée, l’étape peut venir plus tard.',
  tabs: 'Tout le reste se règle en tapant dans des onglets de votre classeur. Un onglet est créé avec ce qui vaut déjà\u00a0: le créer ne change rien.',
  left: {
    words: 'du texte saisi par vous',
    formula: 'une formule',
    'row-changed': 'la ligne a changé entre-temps',
    'twin-rows': 'deux lignes identiques',
  },
  drafts: {
    intent: 'Annoncé, pas terminé\u00a0: la prochaine actualisation le recherche.',
    drafted: 'En attente d’envoi.',
    unknown: 'Il est introuvable. A-t-il été envoyé\u00a0?',
    'presumed-sent': 'Il n’est plus dans les brouillons\u00a0: considéré comme envoyé. Est-ce exact\u00a0?',
  },
  agenda: { promise: 'Promesse', instalment: 'Échéance d’échéancier', 'dispute-deadline': 'Litige à régler', 'hold-end': 'Fin de pause' },
  routes: {
    title: 'Ce que vous pouvez faire maintenant',
    claim: 'Créance',
    interest: 'Pénalités de retard',
    fee: 'Indemnité de recouvrement',
    limitation: {
      unknown: 'Temps pour agir',
      far: 'Temps pour agir',
      near: 'Il reste peu de temps pour agir',
      passed: 'Le délai pour agir est passé',
    },
    why: 'Pourquoi',
    fits: 'Convient quand',
    needs: 'Ce qu’il faut',
    cost: 'Coût',
    delay: 'Durée',
    source: 'Source',
    noAdvice: 'À titre d’information\u00a0: ce n’est pas un conseil juridique.',
  },
};
