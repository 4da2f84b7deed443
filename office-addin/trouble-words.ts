/** What can stand between a command and the open workbook, said in both languages with what to do about it. */

/** What Excel met. `sheet` where one is concerned. */
export type ExcelTroubleKind =
  | 'protected-sheet'
  | 'protected-workbook'
  | 'editing-cell'
  | 'rows-move'
  | 'forestalled'
  | 'too-big'
  | 'connection'
  | 'other';

interface Said {
  readonly message: string;
  readonly advice: string;
}

type TroubleWords = Readonly<Record<ExcelTroubleKind, (about: string) => Said>>;

const en: TroubleWords = {
  'protected-sheet': (sheet) => ({
    message: `The sheet “${sheet}” is protected, so nothing was written.`,
    advice: `Open the Review tab of Excel, choose Unprotect Sheet for “${sheet}”, then try again.`,
  }),
  'protected-workbook': () => ({
    message: 'Excel did not allow the change: a sheet or the structure of the workbook is protected, or the file is read-only.',
    advice: 'Open the Review tab of Excel and end the protection, or save a copy of the file that you may change, then try again.',
  }),
  'editing-cell': () => ({
    message: 'A cell is being typed in, and Excel waits for it.',
    advice: 'Press Enter or Esc in the cell, then try again.',
  }),
  'rows-move': () => ({
    message: 'The rows kept moving while the workbook was read: somebody is sorting or inserting. Nothing was done.',
    advice: 'Wait until they are done, then try again.',
  }),
  forestalled: () => ({
    message: 'A colleague is preparing the same reminders at this moment, so you made none.',
    advice: 'Wait a minute, then refresh: what your colleague prepared is in the journal.',
  }),
  'too-big': () => ({
    message: 'Excel refused the exchange because it was too big.',
    advice: 'Delete blank formatted columns at the right of the table, or split the workbook, then try again.',
  }),
  connection: () => ({
    message: 'Excel did not answer, so the command may have stopped half-way.',
    advice: 'Try again: what was announced is taken up where it stopped, and nothing is done twice.',
  }),
  other: (code) => ({
    message: `Excel refused (${code}), so the command may have stopped half-way.`,
    advice: 'Try again: what was announced is taken up where it stopped, and nothing is done twice.',
  }),
};

const fr: TroubleWords = {
  'protected-sheet': (sheet) => ({
    message: `La feuille «\u00a0${sheet}\u00a0» est protégée\u00a0: rien n’a été écrit.`,
    advice: `Dans l’onglet Révision d’Excel, choisissez Ôter la protection de la feuille pour «\u00a0${sheet}\u00a0», puis réessayez.`,
  }),
  'protected-workbook': () => ({
    message:
      'Excel n’a pas permis la modification\u00a0: une feuille ou la structure du classeur est protégée, ou le fichier est en lecture seule.',
    advice: 'Dans l’onglet Révision d’Excel, ôtez la protection, ou enregistrez une copie modifiable du fichier, puis réessayez.',
  }),
  'editing-cell': () => ({
    message: 'Une cellule est en cours de saisie, et Excel attend.',
    advice: 'Appuyez sur Entrée ou Échap dans la cellule, puis réessayez.',
  }),
  'rows-move': () => ({
    message: 'Les lignes n’ont cessé de bouger pendant la lecture\u00a0: quelqu’un trie ou insère. Rien n’a été fait.',
    advice: 'Attendez la fin de ces modifications, puis réessayez.',
  }),
  forestalled: () => ({
    message: 'Un collègue prépare les mêmes relances en ce moment\u00a0: vous n’en avez préparé aucune.',
    advice: 'Attendez une minute, puis actualisez\u00a0: ce que votre collègue a préparé est dans le journal.',
  }),
  'too-big': () => ({
    message: 'Excel a refusé l’échange, trop volumineux.',
    advice: 'Supprimez les colonnes vides mises en forme à droite du tableau, ou partagez le classeur, puis réessayez.',
  }),
  connection: () => ({
    message: 'Excel n’a pas répondu\u00a0: la commande s’est peut-être arrêtée en chemin.',
    advice: 'Réessayez\u00a0: ce qui était annoncé reprend où il s’était arrêté, et rien n’est fait deux fois.',
  }),
  other: (code) => ({
    message: `Excel a refusé (${code})\u00a0: la commande s’est peut-être arrêtée en chemin.`,
    advice: 'Réessayez\u00a0: ce qui était annoncé reprend où il s’était arrêté, et rien n’est fait deux fois.',
  }),
};

export const TROUBLE_WORDS = { en, fr } as const;
