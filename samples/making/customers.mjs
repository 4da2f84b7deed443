// The forty customers of Atelier Morel, all invented. `habit` is how many days after the due date they pay (mean, spread); `size` their usual
// invoice before tax; `share` how often they buy; `until` when they stopped. Telephone numbers come from the ranges kept for fiction.

const TABLE = `
boulangerie | Boulangerie Trévignon              | contact@trevignon.example             | Odile Trévignon     | 30        |  2  3 |  420 | 3
hotel       | Hôtel du Vieux Gué                 | compta@vieux-gue.example              | Marc Astruc         | 45        |  6  5 | 2300 | 7
lorriere    | Bâti-Lorrière                      | factures@bati-lorriere.example        | Sonia Kerbrat       | 45        | 19  9 | 4300 | 6
mairie      | Mairie de Saint-Aubrac-sur-Lange   | finances@saint-aubrac.example         | Service financier   | 30        |  5  6 | 2900 | 6 | type=public
grive       | Restaurant La Grive Dorée          | bonjour@grive-doree.example           | Paul Estève         | 30        | 14  8 | 1700 | 5
pharmacie   | Pharmacie des Trois-Ormes          | titulaire@trois-ormes.example         | Anne Rouvier        | 30        | -2  3 | 1150 | 4
garage      | Garage Péruzel                     | atelier@peruzel.example               | Denis Péruzel       | 30        |  9  6 |  980 | 4
daumezon    | Cabinet Daumézon & Fils            | secretariat@daumezon.example          | Claude Daumézon     | 60        |  1  3 | 1800 | 4
clinique    | Clinique du Val Clairet            | fournisseurs@val-clairet.example      | Inès Marchal        | 30        | 12  7 | 3200 | 6
ysolde      | École Sainte-Ysolde                | economat@sainte-ysolde.example        | Sœur Bénédicte      | 45        |  7  5 | 1500 | 4
galerie     | Galerie Ombrelune                  | lea@ombrelune.example                 | Léa Ombrel          | 30        |  4  4 | 1400 | 4
librairie   | Librairie Le Marque-Pluie          | gerant@marque-pluie.example           | Hugo Sénac          | 30        | 16  9 |  700 | 3
roquesaure  | Domaine de Roquesaure              | domaine@roquesaure.example            | Guilhem Roque       | 30        | 25 12 | 2600 | 5
imprimerie  | Imprimerie Castelvert              | compta@castelvert.example             | Rachid Belhadj      | 60        |  3  4 | 1900 | 5
vuillaume   | Optique Vuillaumé                  | optique@vuillaume.example             | Alain Vuillaumé     | 30        | 22 10 |  620 | 3 | until=2025-05-10
agence      | Agence Fontaubert                  | admin@fontaubert.example              | Julie Fontaubert    | 60        |  4  4 | 1300 | 5
aulnes      | Camping Les Aulnes Bleus           | direction@aulnes-bleus.example        | Yannick Le Dévéhat  | 30        | 20  9 | 3300 | 5
corymbe     | Fleurs Corymbe                     |                                       | Martine Corymbe     | 60        |  5  5 |  330 | 3
coop        | Coopérative des Quatre-Rives       | compta@quatre-rives.example           | Bruno Lacaze        | 45fdm     |  2  4 | 4600 | 6
malvezin    | Transports Malvezin                | reglements@malvezin.example           | Karim Haddad        | 45        | 10  6 | 2400 | 5
brissonnet  | Notaires Brissonnet & Lafaye       | etude@brissonnet-lafaye.example       | Étude Brissonnet    | 30        |  0  1 |  850 | 4 | method=debit
quillerot   | Maison Quillerot                   | maison@quillerot.example              | Estelle Quillerot   | 30        | 10  4 | 2500 | 5 | worse=1
merles      | Théâtre du Pont-aux-Merles         | administration@pont-aux-merles.example| Camille Orsini      | 30        | 18  9 | 2100 | 4
pommerive   | Crèche Pommerive                   | gestion@pommerive.example             | Nadia Ferrand       | 30        |  6  5 | 1050 | 4
ecluse      | Brasserie de l'Écluse Haute        | compta@ecluse-haute.example; gerant@ecluse-haute.example | Loïc Tanguy | 60 | 8 6 | 1200 | 4
toussac     | Menuiserie Toussac                 | toussac@toussac.example               | Roger Toussac       | 30        | 24  9 | 2200 | 4 | until=2025-08-20
argoulet    | Conserverie Argoulet               | usine@argoulet.example                | Patrice Argoulet    | 30        | 26 10 | 1700 | 4 | until=2025-12-15
nuee        | Studio Nuée                        | studio@nuee.example                   | Maëlle Caron        | 30        | 13  7 | 1500 | 4
northgate   | Norgate Interiors Ltd              | accounts@norgate-interiors.example    | Fiona Albright      | 30        | 11  6 | 2500 | 4 | language=en
tarnbury    | Tarnbury & Vale Architects         | finance@tarnbury-vale.example         | Owen Hartley        | 30        |  1  3 | 3000 | 4 | language=en
savourey    | Mme Hélène Savourey                | helene.savourey@courriel.example      |                     | reception |  9  5 | 1200 | 1 | type=consumer
belleroche  | Syndic Belleroche                  | coproprietes@belleroche.example       | Denise Amblard      | 30        | 15  8 | 2000 | 4
lycee       | Lycée Auriane-Delmas               | intendance@lycee-delmas.example       | Intendance          | 30        |  3  4 | 1100 | 4 | type=public
cevrin      | Laboratoire Cévrin                 | compta@cevrin.example                 | Sylvain Prat        | 30        |  4  4 | 1600 | 5
filavril    | Boutique Fil d'Avril               | bonjour@fil-avril.example             | Clara Nogaret       | 60        |  3  4 |  380 | 3
houssette   | Ferme de la Houssette              | compta@quatre-rives.example           | Jean Houssin        | 30        |  7  5 |  640 | 3
melusia     | Institut Mélusia                   | institut@melusia.example              | Sandra Meunier      | 30        |  0  3 | 1250 | 4
ambulances  | Ambulances du Plateau Vert         | bureau@plateau-vert.example           | Thierry Galland     | 30        |  2  3 | 1600 | 4
hyperlink   | =HYPERLINK("http://x","y")         | contact@hyperlien.example             |                     | 30        |  5  4 |  480 | 2
sarmentiere | Cave Sarmentière                   | cave@sarmentiere.example              | Benoît Sarment      | 60        |  5  5 | 1150 | 4
`;

const FICTION = ['01 99 00', '02 61 91', '03 53 01', '04 65 71', '05 36 49', '06 39 98'];

export const CUSTOMERS = TABLE.trim()
  .split('\n')
  .map((line, i) => {
    const [key, name, email, contact, terms, habit, size, share, extra = ''] = line.split('|').map((cell) => cell.trim());
    const [late, spread] = habit.split(/\s+/).map(Number);
    const pair = String(1100 + i * 37);
    return {
      key,
      name,
      email,
      contact,
      terms,
      late,
      spread,
      size: Number(size),
      share: Number(share),
      phone: `${FICTION[i % FICTION.length]} ${pair.slice(0, 2)} ${pair.slice(2)}`,
      ...Object.fromEntries(
        extra
          .split(' ')
          .filter(Boolean)
          .map((word) => word.split('=')),
      ),
    };
  });

export const customer = (key) => CUSTOMERS.find((c) => c.key === key);
