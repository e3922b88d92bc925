# Les phrases d'Arrimage, en français du Québec. Une phrase par ligne ; le remède d'une faute suit sa cause.

## Mots de tous les jours
decimal = ,
thousands = { "\u00A0" }
first-of-month = 1er
months = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
months-short = janv. févr. mars avril mai juin juill. août sept. oct. nov. déc.
weekdays = lundi mardi mercredi jeudi vendredi samedi dimanche
weekdays-short = lun. mar. mer. jeu. ven. sam. dim.
date-long = { $day } { $month } { $year }
date-full = { $weekday } { $day } { $month } { $year }
date-medium = { $shortweekday } { $day } { $shortmonth } { $year }
date-short = { $day } { $shortmonth }
date-month = { $month } { $year }
date-month-short = { $shortmonth } { $year }
date-short-year = { $day } { $shortmonth } { $year }
clock = { $hour } h { $minute }
clock-hour = { $hour } h
today = aujourd’hui
tomorrow = demain
yesterday = hier
hours = de { $from } à { $to }
days-ago = il y a { $n } jours
never = jamais
nothing = rien
somebody = une personne
no-name = (rien)
pass-over = (on ne sait pas encore)
no-one = ! aucun
yes = oui
no = non
present = ici
absent = pas là
hidden = (masqué)
place = { $file }, ligne { $line }, colonne { $column }
since = depuis le { $day }
rank-of = { $rank } sur { $count }
board-unread = non lu
people-count = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
people-coming = { $n ->
    [one] une personne à venir
   *[other] { $n } personnes à venir
}
rows-count = { $n ->
    [one] { $n } étape
   *[other] { $n } étapes
}
by-committee = comité
question = Question
quoted = « { $text } »
demo-mark = École fictive
demo-mark-short = fictif
demo-changed = La démonstration a été changée. Écrivez « oui » pour une neuve (celle-ci est gardée à côté), autre chose pour la reprendre :
demo-kept-name = démonstration du { $when }
demo-kept = La démonstration d’avant avait été changée : elle est gardée dans { $place }.

## Écrans
screen-home = Accueil
screen-plan = Plan
screen-board = Tableau
screen-meetings = Régulations
screen-impact = Impact
screen-landmarks = Repères
screen-versions = Versions
level-direction = Direction
level-direction-about = tout
level-comite = Comité
level-comite-about = noms, besoins et traces
level-projete = Mur
level-projete-open = un alias, { $list }; le reste est masqué
level-projete-about = un alias; le reste est masqué
choose-level = Qui lit l’écran?
instance-comite = Régulation du comité
instance-cpe = Séance du CPE
instance-ag = Assemblée générale
instance-pane-day = Journée des PANE
instance-mentor-day = Journée des personnes mentores
sitting-not-theirs = Le tableau et la dernière régulation sont au comité.
sitting-on-wall = Une séance se tient au mur, du début à la fin.
portrait-masked = Par état, c’est trop peu de personnes pour être dit ici.
new-year-broken = Le plan ou le tableau ne se lit pas : corrigez-le d’abord, l’année commencera ensuite.
round-empty = Personne n’est au tableau pour le moment.
day-about = au mur; présences et suites
sitting-about = au mur; données, enjeux, sommes, suites; aucun nom
choose-meeting-level = Qui lira l’écran pendant la rencontre?
too-small = La fenêtre est trop petite. Agrandissez-la, ou réduisez la taille des lettres (40 colonnes sur 12 lignes au moins).
files-broken = { $n ->
    [one] ! Un fichier ne se lit pas (? pour voir) : { $first }
   *[other] ! { $n } fichiers ne se lisent pas (? pour voir) : { $first }
}
support-not-evaluation = Du soutien, jamais d’évaluation.

## 1 Accueil
home-cycle = Le cycle
home-newcomers = Le nouveau personnel
home-to-do = À faire
since-check = Impact mesuré : { $issue }
since-row = Fait : { $what }
since-trace = { $name } : une trace ({ $by })
since-state = { $name } : { $state }
since-left = { $name } n’est plus à l’école.
since-arrived = { $name } est à l’école.
home-since = Depuis le { $day }
home-more = +{ $n } ↓
home-nothing-to-do = Rien d’ouvert pour le moment.
start-committee = Le comité : qui en est, avec quel rôle (Entrée, ou F3)
start-people = Les personnes qui arrivent : Entrée en ajoute une; I importe une liste
start-meeting = La première rencontre : r
demo-begin = École fictive. r : essayer une rencontre · E : créer mon école · O : ouvrir un dossier
home-no-issue = Aucun enjeu pour l’instant : n en nomme un.
home-release = Libération : { $n ->
    [one] { $taken } jour pris sur { $granted }
   *[other] { $taken } jours pris sur { $granted }
}
home-release-unread = Libération : non lu
home-funds-unread = Sommes : non lu
fund-left = { $left } $ libres sur { $sum } $
home-funds = Sommes : { $left } $ libres sur { $sum } $
home-last-meeting = { $n ->
    [0] Dernière régulation aujourd’hui (rythme : { $rhythm })
    [1] Dernière régulation hier (rythme : { $rhythm })
   *[other] Dernière régulation il y a { $n } jours (rythme : { $rhythm })
}
home-release-short = Jours pris { $taken }/{ $granted }
home-funds-short = $ libres { $left }/{ $sum }
home-last-meeting-short = { $n ->
    [0] Régulation aujourd’hui
    [1] Régulation hier
   *[other] Régulation il y a { $n } j
}
home-next-meeting-short = Prochaine : { $day }
home-next-meeting-unset-short = Prochaine : à fixer
home-no-meeting = Aucune régulation encore
home-next-meeting = Prochaine rencontre : { $day }
home-next-meeting-unset = Prochaine rencontre : à fixer
issue-round = { $name } (tour { $round })
late = ! en retard
late-count = { $n ->
    [one] ! { $n } en retard
   *[other] ! { $n } en retard
}
no-contact = sans répondant
no-contact-coming = { $name } (arrive le { $day })
no-contact-arrived = { $name } (arrivée le { $day })
due-welcome = { $who } · { $what } (et { $n } de plus)
due-sign = { $who } · regarder le progrès : { $what }
due-first = d’abord
due-row = Plan : { $what }
due-check = Mesurer l’impact : { $what }

new-issue = Nouvel enjeu : comment s’appelle-t-il?
new-indicator = Nouvel indicateur : à quelle question répond-il?
scale-levels = bien moins que prévu; un peu moins que prévu; un peu plus que prévu; bien plus que prévu
new-scale = Nouvel objectif : à quoi ressemble ce qui est attendu (niveau 0)?
new-scale-choice = Un objectif à cinq niveaux, écrits d’avance
new-indicator-choice = Un indicateur : une question et des nombres
new-of-issue = Ajouter quoi à cet enjeu?
new-recommendation = Nouvelle recommandation du comité : laquelle?
new-welcome-step = Nouvelle étape de l’accueil : que fait-on?
heading-welcome-steps = L’accueil de qui arrive (fait pour chaque personne ajoutée)
welcome-usual = ▸ la liste proposée, { $n } étapes : Entrée pour la lire ou la prendre et la changer
welcome-roles = répondant; mentor; direction; secrétariat
welcome-for-jobs = pour : { $jobs }
ask-welcome-usual = Écrire ces étapes dans votre plan pour les changer? Qui est déjà arrivé garde les siennes.
new-fund = Nouvelle somme : d’où vient-elle?
new-member = Nouveau membre du comité : quel est son nom?
choose-row-issue = Quel enjeu cette étape du plan sert-elle?

## 2 Plan
plan-title = Que faisons-nous, et quand?
plan-empty = Aucune étape à montrer. Échap enlève les filtres; n ajoute une étape.
column-state = État
column-title = Étape
column-intentions = Intentions
column-leads = Responsable
column-people = Personnes impliquées
column-when = Quand
column-cycle = Cycle
column-comments = Commentaires
sorted-by-date = par date
sorted-latest-first = du plus tard au plus tôt
filter = Chercher (accents et majuscules sans importance)
filter-issue = Montrer quel enjeu?
filter-step = Montrer quelle étape du cycle?
all-issues = Tous les enjeux
all-steps = Toutes les étapes
new-row = Nouvelle étape du plan : que ferez-vous?
sheet-row = Étape { $id } du plan
heading-cycle-entry = Place dans le cycle

## 3 Tableau
board-title = Comment vont-ils? De quoi auraient-ils besoin?
filter-board = Chercher : des mots, ou « palier:ciblé -mentor:luc sans:trace jours>1 arrivée:2026-08..2026-10 »
filter-hides = { $n ->
    [0] tout le monde répond
    [one] { $n } cachée (Échap)
   *[other] { $n } cachées (Échap)
}
filter-unknown = « { $word } » n’est compris par aucune colonne
filter-guessed = « { $said } » : { $column }
found-trace = trace { $day }
found-in = Trouvé dans « { $place } » : { $text }
marked-count = { $n ->
    [one] { $n } marquée
   *[other] { $n } marquées
}
column-follows = « { $column } » se calcule : rien à y écrire.
left-follows = Les jours restants se calculent : écrivez dans « { $column } ».
nothing-to-edit = F2 modifie une cellule ou un champ. Les thèmes sont à Ctrl-T.
weekend = c’est la fin de semaine
hidden-column = Cette colonne est masquée au mur.
columns-wide = Les colonnes · grand écran
columns-narrow = Les colonnes · écran étroit
new-column = Nom de la nouvelle colonne de l’école
keys-columns = Espace montre ou cache   Entrée garde   n nouvelle   r renomme   t genre   Suppr supprime   ←→ déplace   + − largeur   Tab : l’autre écran
column-given = « { $column } » est une colonne du format : elle se cache (Espace), ne se renomme ni ne se supprime.
column-kind = « { $column } » : quel genre de valeurs? (au mur, la colonne est masquée)
column-there = Il y a déjà une colonne « { $column } » : elle se montre et se cache dans cette liste (Espace).
column-choices = Les choix de « { $column } », un par ligne ou séparés par des virgules
column-rename = Nouveau nom de la colonne
column-delete = { $n ->
    [0] Supprimer la colonne « { $column } »? Elle est vide.
    [one] Supprimer la colonne « { $column } », avec une valeur? (u la ramène)
   *[other] Supprimer la colonne « { $column } », avec { $n } valeurs? (u la ramène)
}
own-kind-texte = du texte
own-kind-choix = un choix dans une liste
own-kind-date = une date
own-kind-nombre = un nombre
own-kind-oui-non = oui ou non
choose-view = Quelle vue? (son numéro la montre)
view-whole = Tout le tableau
view-no-contact = Sans répondant
view-arrivals = Arrivées ce mois-ci
view-watch = À suivre
view-keep = Garder le tableau tel qu’il est montré…
view-forget = Oublier « { $name } »
view-numbered = vue gardée no { $n }
view-name = Nom de la vue
view-shown = Vue « { $name } » (v : les autres)
view-kept = La vue « { $name } » est gardée pour cette école.
view-given = Une vue de ce nom vient déjà avec Arrimage : donnez un autre nom à « { $name } ».
keys-cell = Entrée : garde, descend   Tab : la suivante   F2 : corriger ou choisir   Échap annule
as-typed = ce que vous avez tapé
sort-none = Dans l’ordre du fichier
sorted-up = ▲
sorted-down = ▼
choose-sort = Trier par quelle colonne? La même, une deuxième fois : dans l’autre sens.
choose-count = Compter quelle colonne?
count-title = { $column } : { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}. Entrée montre celles-là.
between-since = Ce qui a changé depuis quel jour? (« 15 octobre », « octobre », « lundi »)
between-until = Jusqu’à quel jour?
refused-past-day = Ce n’est pas un jour. Essayez « 15 octobre », « octobre », « le mois dernier » ou « 2026-10-15 ».
between-held = Rencontres tenues entre les deux : { $days }
between-starts = Les versions commencent le { $day } : avant cela, voici ce que disent les rencontres.
between-no-version = Aucune version n’est gardée encore : voici ce que disent les rencontres.
import-which = Quelle liste? Le chemin d’un fichier CSV, Excel ou LibreOffice, ou déposez-le ici.
import-choose = Quelle liste prendre? Choisissez, ou tapez son chemin (Tab complète).
survey-choose = Quelles réponses prendre? Choisissez, ou tapez le chemin du fichier (Tab complète).
import-stale = Le tableau a changé depuis cet aperçu : le voici refait, à relire avant d’écrire.
import-title = Importer une liste
import-not-here = Une liste nomme des personnes : p quitte le mur.
import-reading = On lit { $file }… Échap y renonce.
import-writing = { $n ->
    [one] On écrit une fiche… Échap y renonce.
   *[other] On écrit { $n } fiches… Échap y renonce.
}
import-given-up = On y renonce : rien n’a été écrit.
read-too-late = Le fichier est lu, mais vous faites autre chose : recommencez (I) quand vous voudrez.
import-head = « { $head } » ({ $example }) va dans quelle colonne? Ce choix sera retenu.
import-head-vague = « { $head } » ({ $example }) va dans quelle colonne? Ce titre dit peu : il sera demandé chaque fois.
import-left-out = Laisser cette colonne dehors
import-no-names = Aucune colonne de ce tableau ne dit le nom des personnes : donnez à l’une le titre « Nom ».
import-take = Prendre cette liste : { $what }
import-goes = { $head } → { $column }
import-stays-out = reste dehors
import-kept = (votre choix)
import-id = l’identifiant de la fiche
import-first-name = le prénom
import-new-column = Garder comme colonne de l’école : « { $name } »
import-which-sheet = Plusieurs feuilles nomment des personnes. Laquelle prendre?
import-sheet = Feuille : { $sheet }
import-order = « { $head } » : comment lire { $example }?
import-day-first = jour/mois/année
import-month-first = mois/jour/année
import-year-first = année/mois/jour
import-hidden = { $n ->
    [one] Une ligne est masquée dans le classeur, par un filtre ou à la main. La prendre aussi?
   *[other] { $n } lignes sont masquées dans le classeur, par un filtre ou à la main. Les prendre aussi?
}
import-hidden-leave = Laisser dehors les lignes masquées
import-hidden-take = Prendre aussi les lignes masquées
import-hidden-out = { $n ->
    [one] Une ligne masquée reste dehors.
   *[other] { $n } lignes masquées restent dehors.
}
import-hidden-told = { $n ->
    [one] Une ligne est masquée dans le classeur : elle reste dehors. Pour la prendre : --masquees
   *[other] { $n } lignes sont masquées dans le classeur : elles restent dehors. Pour les prendre : --masquees
}
import-who = Cette liste semble être celle de tout le personnel. Qui prendre?
import-since = { $n ->
    [one] La personne arrivée depuis le { $day }
   *[other] Les { $n } personnes arrivées depuis le { $day }
}
import-everyone = { $n ->
    [one] La seule personne de la liste
   *[other] Les { $n } personnes de la liste
}
import-only-since = Seulement les personnes arrivées depuis le { $day }
import-all = Toutes les personnes de la liste
import-earlier-out = { $n ->
    [one] Une personne reste dehors : elle était là avant, ou la liste ne dit pas depuis quand.
   *[other] { $n } personnes restent dehors : elles étaient là avant, ou la liste ne dit pas depuis quand.
}
import-titles = Retirés des noms : { $titles }
import-field = { $field } : { $value }
keys-import = o prend la liste   Entrée change une ligne   Espace coche une personne   Échap annule
import-added = { $n ->
    [one] { $n } personne nouvelle
   *[other] { $n } personnes nouvelles
}
import-changed = { $n ->
    [one] { $n } fiche change
   *[other] { $n } fiches changent
}
import-absent = { $n ->
    [one] { $n } personne du tableau n’est pas dans la liste : elle reste comme elle est.
   *[other] { $n } personnes du tableau ne sont pas dans la liste : elles restent comme elles sont.
}
import-nothing = Rien à changer : le tableau dit déjà tout cela.
import-nobody = Rien n’entre : voyez plus bas ce qui reste dehors, et pourquoi.
import-headless = { $n ->
    [one] Une ligne dit quelque chose sous une colonne sans titre : cela reste dehors. Donnez un titre à la colonne pour le prendre.
   *[other] { $n } lignes disent quelque chose sous une colonne sans titre : cela reste dehors. Donnez un titre à la colonne pour le prendre.
}
import-half-named = { $n ->
    [one] Une personne nouvelle n’a qu’un mot pour nom : l’autre moitié est-elle dans une colonne restée dehors?
   *[other] { $n } personnes nouvelles n’ont qu’un mot pour nom : l’autre moitié est-elle dans une colonne restée dehors?
}
import-spoiled = Les accents de ce fichier sont abîmés (titre « { $head } ») : rien n’est pris. Téléchargez-le de nouveau, ou enregistrez-le dans Excel sous « CSV UTF-8 ».
import-recent-told = { $n ->
    [one] Une arrivée d’avant le { $day } reste dehors. Pour la prendre : --depuis toujours
   *[other] { $n } arrivées d’avant le { $day } restent dehors. Pour les prendre : --depuis toujours
}
import-refused = Ligne { $line }, { $head } : « { $value } » ne convient pas, et reste dehors.
import-refused-nobody = Ligne { $line } : on ne sait pas de qui elle parle.
import-refused-heads = Ligne { $line } : d’autres titres commencent ici; ce qui est dessous reste dehors. Mettez ce second tableau dans son propre fichier.
import-refused-spoiled = Ligne { $line } : le nom « { $value } » a perdu une lettre. Enregistrez la liste en « CSV UTF-8 » ou en classeur Excel.
import-refused-whose = Ligne { $line } : « { $value } » est le nom de deux personnes ou de deux lignes : on ne sait pas de qui elle parle. Un matricule les distinguerait : gardez-en la colonne.
import-refused-id = Ligne { $line } (« { $value } ») : son identifiant n’est celui de personne au tableau.
import-refused-number = Ligne { $line } (« { $value } ») : une autre ligne a le même numéro; celle-ci reste dehors.
import-refused-other-name = Ligne { $line } : le numéro de « { $value } » est au tableau sous un autre nom. La ligne reste dehors.
import-refused-broken = Ligne { $line }, { $head } : une erreur ou une formule sans valeur; la ligne reste dehors. Enregistrez d’abord le classeur dans Excel.
import-unknown-head = « { $head } » n’est pas une colonne connue : elle reste dehors. Pour la prendre : --colonne "{ $head }={ $near }"
import-consent = Écrivez « oui » pour prendre cette liste, autre chose pour ne rien faire :
import-done = { $n ->
    [one] Liste prise : une fiche écrite. L’état d’avant est dans versions/.
   *[other] Liste prise : { $n } fiches écrites. L’état d’avant est dans versions/.
}
publish-tableau = Tableau avec les noms, { $form }
form-csv = séparé par des points-virgules (CSV)
form-xlsx = pour Excel
paste-where = Collez une valeur dans une cellule (→), ou une liste avec des noms ici, sur la colonne Nom.
for-marked = Ce que vous écrivez ira aux { $n } personnes marquées (Espace marque, Échap démarque).
for-marked-one = Ce que vous écrivez ira à { $who }, qui est marquée (Échap démarque).
clear-marked = Effacer cette colonne chez les personnes marquées, et non ici : { $who }?
paste-nothing = Rien ne change : tout y est déjà, ou il n’y a rien à coller.
nothing-above = Il n’y a rien au-dessus à recopier.
paste-ask = { $n ->
    [one] Coller une valeur? Voici ce qui change :
   *[other] Coller { $n } valeurs? Voici ce qui change :
}
paste-refused = { $n ->
    [one] Une valeur ne convient pas à sa colonne, et reste dehors : « { $first } ».
   *[other] { $n } valeurs ne conviennent pas à leur colonne, et restent dehors. La première : « { $first } ».
}
paste-outside = { $n ->
    [one] Une ligne n’a personne en face, et reste dehors. Pour ajouter quelqu’un, collez la liste sur la colonne Nom.
   *[other] { $n } lignes n’ont personne en face, et restent dehors. Pour ajouter des personnes, collez la liste sur la colonne Nom.
}
paste-erases = { $n ->
    [one] Une cellule vide du collage : l’effacer aussi au tableau?
   *[other] { $n } cellules vides du collage : les effacer aussi au tableau?
}
keys-ask-erase = o : les effacer   Échap : les laisser
copied = { $n ->
    [one] Copié.
   *[other] Copié : { $n } lignes.
}
copied-cells = { $n ->
    [one] Une cellule copiée.
   *[other] { $n } cellules copiées.
}
cut-cells = { $n ->
    [one] Une cellule coupée : elle se colle ailleurs (Ctrl-V).
   *[other] { $n } cellules coupées : elles se collent ailleurs (Ctrl-V).
}
block-count = { $n } cellules, { $filled } remplies
block-sum = somme { $sum }
block-refused = { $n ->
    [one] Une cellule n’a pas pu être écrite (« { $first } »).
   *[other] { $n } cellules n’ont pas pu être écrites (la première : « { $first } »).
}
clipboard-none = Le collage passe ici par le terminal : Ctrl-Maj-V, ou Cmd-V sur un Mac.
mouse-off = La souris est au terminal : sélectionnez et copiez comme ailleurs. F12 la reprend.
mouse-on = La souris est à Arrimage : cliquez les onglets, les lignes, les touches.
new-year-question = Commencer l’année { $to }? ({ $from } se termine)
new-year-staying = { $n ->
    [0] Personne ne passe à une autre année d’insertion.
    [one] Une personne passe à son année d’insertion suivante.
   *[other] { $n } personnes passent à leur année d’insertion suivante.
}
new-year-states = { $n ->
    [0] Aucun état n’est à redire.
    [one] Un état est à redire : il devient « non connu ».
   *[other] { $n } états sont à redire : ils deviennent « non connu ».
}
new-year-past = Cinq années d’insertion sont faites pour : { $who }. Dites leur départ du tableau (Suppr) quand vous le voudrez.
new-year-rows = { $n ->
    [0] Aucune étape faite ou abandonnée ne quitte le plan.
    [one] Une étape faite ou abandonnée quitte le plan.
   *[other] { $n } étapes faites ou abandonnées quittent le plan.
}
new-year-carried = { $n ->
    [0] Il ne reste aucune étape ouverte
    [one] Une étape ouverte reste
   *[other] { $n } étapes ouvertes restent
}; { $issues ->
    [0] il n’y a pas d’enjeu.
    [one] l’enjeu continue avec son tour.
   *[other] les { $issues } enjeux continuent avec leurs tours.
}
new-year-undated = { $n ->
    [one] Une date de l’année finie est retirée de ce qui reste : à redire.
   *[other] { $n } dates de l’année finie sont retirées de ce qui reste (étapes, moyens, prochains pas) : à redire.
}
new-year-releases = { $n ->
    [one] Les jours de libération d’une personne sont à accorder de nouveau.
   *[other] Les jours de libération de { $n } personnes sont à accorder de nouveau.
}
new-year-funds = { $n ->
    [one] Une source de sommes reste, son montant est à redire.
   *[other] { $n } sources de sommes restent, leurs montants sont à redire.
}
new-year-welcomes = { $n ->
    [one] L’accueil d’une personne, qui n’était pas fini, est rangé.
   *[other] L’accueil de { $n } personnes, qui n’était pas fini, est rangé.
}
new-year-kept = Chaque fichier est d’abord gardé sous le nom de l’année qui finit (écran 7). Les rencontres, les traces et les personnes parties restent où elles sont.
new-year-consent = Commencer la nouvelle année? (oui/non)
new-year-none = Rien n’a changé.
new-year-unknown = Le plan ne dit pas de quelle année il est : écrivez-la d’abord (F3), comme 2026-2027.
usage-new-year = commence une nouvelle année scolaire, après avoir montré ce qui change
action-new-year = Commencer une nouvelle année scolaire
new-guiding-question = Quelle question ajouter à cette étape?
process-title = Notre démarche
process-none = Ce plan n’a pas encore de questions à répondre : le modèle « programme » et l’écran 6 en offrent.
process-unanswered = Pas encore répondu.
publish-demarche = Démarche, questions et réponses, { $form }
usage-export-demarche = écrit les questions auxquelles l’école répond, étape par étape, avec ses réponses
analogy-brief = analogie (élèves)
analogy-whole = Repère issu de l’accompagnement d’élèves : pour des adultes, ce n’est qu’une analogie.
issue-data = Ce que nos données disent déjà
issue-data-portrait = Le nouveau personnel :
issue-data-start = Au départ :
pairing-title = Jumelage : { $who }
pairing-agree = Écrire l’entente du jumelage (douze questions, pour les deux)
pairing-agreement = Voir l’entente du jumelage
pairing-other = Quelqu’un d’autre : écrire son nom
pairing-risks = Regarder les neuf risques d’un jumelage
pairing-risks-seen = { $n } sur { $all }
pairing-risks-title = Risques du jumelage : { $who }
heading-risks = Risques du jumelage, comme le comité les voit
field-risques = Risques du jumelage
field-risques-risque-1 = Risque : mentor mal outillé
field-risques-risque-2 = Risque : jumelage qui ne convient pas
field-risques-risque-3 = Risque : horaires qui ne se croisent pas
field-risques-risque-4 = Risque : conformisme
field-risques-risque-5 = Risque : réponses toutes faites
field-risques-risque-6 = Risque : participation imposée
field-risques-risque-7 = Risque : mélange du soutien et de l’évaluation
field-risques-risque-8 = Risque : copinage
field-risques-risque-9 = Risque : mentor sauveur
pairing-sources = Ce qu’il vaut la peine de regarder dans un jumelage
pairing-same-building = { $building } (le même)
pairing-release = dégagement : { $share }
pairing-since = depuis le { $day }
pairing-evaluates = évalue : mieux vaut séparer les deux rôles (S000-15)
pairing-proximity = La proximité est la condition qui compte le plus pour ceux que le guide a sondés : 86 des 119 personnes mentorées et 25 des 34 mentores la nomment d’abord (S001-07, S001-08). Ce qui suit se regarde ensemble; rien ne se compte.
agreement-made = Les questions de l’entente sont là. N’y écrivez que ce que les deux acceptent d’y laisser; F6 l’imprime pour les deux.
agreement-title = Entente de jumelage
agreement-between = Entre { $who } et { $mentor }
agreement-day = Date : { $day }
agreement-review = Revue à la mi-année : { $day }
agreement-theirs = Cette entente est aux deux personnes. L’école garde qu’elle existe, sa date et celle de sa revue; ce qui se dit dans les rencontres n’est jamais demandé.
agreement-room = ……………………………………………………
heading-agreement = Entente du jumelage : { $n } sur { $all }
field-entente = Entente du jumelage
field-entente-date = Convenue le
field-entente-revue-le = Revue le
field-entente-reponses = Réponses
field-entente-reponses-question = Question
field-entente-reponses-repere = Repère
field-entente-reponses-reponse = Réponse
pair-counted = { $n ->
    [one] 1 rencontre
   *[other] { $n } rencontres
} en { $weeks ->
    [one] 1 semaine
   *[other] { $weeks } semaines
}
pair-rhythm = entente : { $rhythm }
action-pair = Voir le jumelage : qui accompagne, l’entente, ce qu’il faut regarder
hint-pair = jumelage
pair-no-mentor = Cette personne n’a pas de personne mentore : écrivez-la d’abord sur sa fiche.
pair-met = { $who }, vues aujourd’hui : combien de temps? Virgule, puis le thème si les deux le veulent
nothing-to-take-off = Cette ligne ne s’enlève pas : Entrée la change, et un champ laissé vide s’efface.
pair-no-length = Écrivez une durée d’abord (30 min, 1 h 15).
pair-noted = Noté : elles se sont vues le { $day }. Ce qui s’est dit reste entre elles.
pair-seen = vues { $n ->
    [one] une fois
   *[other] { $n } fois
}, la dernière le { $day }
heading-pair-meetings = { $n ->
    [one] Le jumelage s’est vu une fois
   *[other] Le jumelage s’est vu { $n } fois
}
field-accueil = Accueil
field-accueil-quoi = Quoi
field-accueil-qui = par qui
field-accueil-moment = à quel moment
field-accueil-pour = pour quelles fonctions (mots)
field-accueil-quand = pour quand
field-accueil-etat = État
field-accueil-fait-par = Fait par
field-accueil-fait-le = Fait le
field-accueil-reste = Accueil à faire
field-identifier = Identifiant de la fiche
welcome-far = Accueil : { $settled } sur { $all }
welcome-late = { $n } en retard
welcome-made = La liste d’accueil est faite : cochez-la avec x, ou changez-la.
welcome-no-arrival = Dites d’abord quand cette personne arrive : les étapes de son accueil en dépendent.
new-welcome = Une étape de plus à son accueil : quoi?
field-contacts = Rencontres du jumelage
field-contacts-date = Le
field-contacts-duree = Durée
field-contacts-theme = Thème
action-pair-meeting = Noter que la personne et sa personne mentore se sont vues
hint-pair-meeting = vues
action-open-link = Ouvrir un lien de l’étape
hint-open-link = ouvrir le lien
links-none = Cette étape n’a pas de lien. Entrée sur « Liens » en ajoute : une adresse, ou un document du dossier de l’école.
link-unread = Ce lien n’est ni une adresse (https://…) ni un document du dossier de l’école (guide.pdf, documents/guide.docx).
link-missing = Ce document n’est pas là : { $file }
mentor-load = accompagne { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
release-left = reste { $n }
release-no-source = sans source
refused-taken = Écrivez le total (« 1,5 »), ou ce qui s’ajoute et d’où cela vient (« +0,5 Budget école »).
taken-hint = le total, ou « +0,5 Budget école » pour ajouter et dire d’où cela vient
taken-more = { $days } de plus, { $source ->
    [none] sans source
   *[other] payé par { $source }
}
taken-over = { $taken } pris sur { $granted } accordés : c’est plus
taken-apart = le détail par source, sur la fiche, dit { $told }
taken-source = Fin : { $sources }
taken-sources = sources du plan : { $sources }
ask-departure = { $name } a quitté l’école? Choisissez un motif; la fiche reste dans le fichier, et d la montre encore.
departure-unsaid = sans préciser
departure-reasons = fin de contrat; autre école; autre poste; autre centre de services; études; retraite; raison personnelle
heading-own = Les colonnes de l’école
trace-field = { $field } · { $rank } de { $count } · { $who }
refused-yes-no = Écrivez « oui » ou « non ».
refused-choice = Ce mot n’est pas dans la liste.
refused-many-of = Ce n’est pas une modalité de la liste. Écrivez des codes, comme « 2a, 2b ».
board-empty = Personne ne répond à cette recherche. Échap l’enlève; n ajoute une personne.
board-nobody = Personne encore : n ajoute une personne, I importe une liste.
with-departed = avec les départs
about-contact = Répondant :
about-mentor = Mentor :
about-needs = Besoins :
about-next = Ensuite :
new-person = Nouvelle personne : quel est son nom?
heading-state = Comment va cette personne?
heading-next = Et ensuite?
heading-support = Qui la soutient, et comment?
heading-who = Qui est-ce?
heading-trace = Trace du { $day }
hidden-field = Masqué au mur. m montre ce qui est écrit de cette personne; ensuite, on peut le changer.
planned = Prévu
hidden-here = m : { $list }
hidden-mark-said = ▪▪▪ : masqué au mur
hidden-mark = ▪▪▪
shown-traces = les dernières traces
shown-next-step = le prochain pas
shown-note = la note
shown-done = ce qui est fait
shown-planned = ce qui était prévu
shown-needs = les besoins
shown-all = tout ce qui est masqué
wall-hides = Le mur ne montre plus rien de cette personne.
wall-shows = Le mur montre : { $field }. m le masque; passer à la suite aussi.
wall-which = Montrer quoi, sur le mur qui suit la rencontre?
wall-which-here = Montrer quoi, jusqu’à la personne suivante?
wall-next = Prochaine rencontre : { $day }
wall-paused = La rencontre est en pause.
hidden-on-wall = masqué : { $list }
planned-done = ✓ Fait
said-today = Dit aujourd’hui, à une autre étape

## 4 Régulations
thread-title = Tout ce qui s’est dit : { $of }
thread-empty = Rien ne s’est encore dit.
thread-pair = { $what } : { $text }
thread-arrival = Arrivée
thread-departure = Départ
thread-check = Mesure de l’impact
thread-undated = sans date
meetings-title = Qu’avons-nous dit?
ask-remove-member = Retirer { $name } du comité? Les rencontres passées gardent son nom.
meeting-day-changed = La rencontre est maintenant celle du { $day }.
meeting-day-unread = Ce n’est pas un jour passé. Écrivez par exemple 12 novembre 2026, ou 2026-11-12.
ask-meeting-day = Quel jour s’est tenue cette rencontre?
filter-meetings = Chercher dans toutes les rencontres et les traces
found-meetings = Trouvé : quelle rencontre ouvrir?
meetings-empty = Aucune rencontre encore. r commence la première.
show-none = Rien encore : la première rencontre ou la première vérification n’a pas eu lieu.
meeting-guests = Personnes invitées : { $names }
meeting-present = Présences : { $names }
meeting-absent = Absences : { $names }
meeting-done = Fait depuis la dernière rencontre
meeting-measured = Impact mesuré ce jour-là
done-row = Étape du plan : { $what }
done-means = Moyen : { $what }
done-action = Action : { $what }
done-steps = { $n ->
    [one] Un pas prévu avec une personne nouvelle est fait.
   *[other] { $n } pas prévus avec des personnes nouvelles sont faits.
}
done-round = le tour { $n } commence
minutes-late-column = En retard
minutes-late = en retard
meeting-decisions = Décisions
meeting-actions = Actions
meeting-issues = Enjeux
meeting-people = Le nouveau personnel
meeting-returns = Retour sur les actions
meeting-successes = Bons coups
meeting-irritants = Irritants
meeting-inconsistencies = Incohérences
meeting-adjustments = Ajustements
meeting-next = Prochaine rencontre : { $day }

## 5 Impact
impact-title = Est-ce que ça change quelque chose?
impact-empty = Ni indicateur ni mesure : n en ajoute.
impact-checks = Mesures faites
impact-values = Départ { $start }  →  Maintenant { $now }  →  Cible { $target }
impact-points = { $n ->
    [0] aucune mesure encore
    [one] 1 point : trop peu pour conclure
   *[other] { $n } points : trop peu pour conclure
}
impact-no-signal = { $n } points : rien que le hasard
impact-moved = { $n } points : un changement
new-check = Mesurer l’impact de quel enjeu?
check-open = en cours
check-closed = conclue
check-line = Objectif atteint : { $reached } · Décision : { $decision }
check-needs-decision = Choisissez d’abord une décision : poursuivre, ajuster ou refaire.
check-needs-reached = Dites d’abord si l’objectif est atteint; « trop tôt » est une réponse aussi.
check-needs-steps = Dites quelles étapes refaire.
sheet-check = Mesure du { $day } · { $issue }
sheet-school = École, comité et ressources
sheet-indicator = Indicateur
heading-committee = Le comité
heading-lengths = Durée de la rencontre et de ses points, en minutes
document-plan-school = L’école
heading-wall = Ce que le mur peut montrer à côté de l’alias
heading-resources = Les ressources
rounds-title = Tous les tours
rounds-start = départ
rounds-target = cible
rounds-attained = Échelle d’atteinte (50 : comme attendu)
heading-wanted = Avons-nous atteint l’objectif?
heading-conclusion = Que conclut le comité?
measure-ends = (départ { $start } · cible { $target })
heading-attained = Échelle d’atteinte · { $score } (50 : comme attendu)
heading-scale = Objectif : { $goal }

## 6 Repères
landmarks-title = Que disent les sources?
landmarks-nothing = Rien de tel. Essayez un autre mot; Échap montre tout.
landmarks-to-read = À lire seulement : rien à reprendre ici.
landmarks-for-whom = Pour qui?
landmarks-row-known = Cette étape est déjà au plan : la voici.
landmarks-has-it = Cette personne l’a déjà.
landmarks-own = Les mots de l’école
new-term = Un mot, deux-points, ce qu’il veut dire ici
parameters-own = Chez vous : { $said }.
parameters-none = Chez vous : rien n’est écrit encore (F3, Ressources).
parameters-arrivals = { $days } × { $n ->
    [one] une arrivée
   *[other] { $n } arrivées
} cette année = { $all } jours
parameters-days = { $granted } jours accordés, { $taken } pris, { $left } à prendre
parameters-bank = banque de { $bank } jours, { $left } à accorder
parameters-shares = dégagement : { $shares }
landmarks-from = Repère { $source }
take-support = Entrée : l’offrir à une personne
take-row = Entrée : en faire une étape du plan
take-duty = Entrée : en faire une étape, avec cet acteur
keep-idea = Une étape du plan pour cet enjeu : quoi?
idea-kept = Au plan : { $what }
action-sources = Ce que les sources disent de ce moment
hint-sources = repères
sources-title = Ce que les sources disent de ce moment
sources-none = Les sources ne disent rien de ce point : elles sont à l’écran 6.
action-keep-idea = En faire une étape du plan, ou un moyen de l’étape
hint-keep-idea = au plan
agenda-known = Cette question est déjà à l’ordre du jour.
meeting-stages = Questions de la démarche répondues ce jour-là
meeting-questions = Questions de l’ordre du jour
take-question = Entrée : la mettre à l’ordre du jour
take-need = Entrée : l’ajouter aux besoins d’une personne
opening-agenda = À l’ordre du jour
field-comite-ordre-du-jour = Ordre du jour
field-comite-duree = Durée (minutes)
field-comite-durees = Durée de chaque point
length-of-point = { $name } { $minutes }
field-comite-durees-ouverture = 1 Ouverture (min)
field-comite-durees-retour = 2 Retour (min)
field-comite-durees-portrait = 3 Portrait (min)
field-comite-durees-tour = 4 Tour (min)
field-comite-durees-enjeux = 5 Enjeux (min)
field-comite-durees-bilan = 6 Bilan (min)
field-comite-durees-decisions = 7 Décisions (min)
field-comite-durees-cloture = 8 Clôture (min)

## 7 Versions
versions-title = Comment était-ce avant?
versions-empty = Aucune version gardée encore. Une version se garde au premier changement d’un fichier, à la clôture d’une rencontre et avec Ctrl-S.
version-name = Garder une version : quel nom lui donner?
version-kept = { $n ->
    [0] Rien à garder : tout est déjà dans la dernière version.
    [one] Version gardée pour { $n } fichier.
   *[other] Version gardée pour { $n } fichiers.
}
version-restored = { $file } : version { $version } remise en place. L’état d’avant est gardé.
hidden-version = Une version peut nommer des personnes : elle ne se lit pas au projecteur. p quitte le mur.

## Rencontre
point-1 = Ouverture
point-2 = Retour
point-3 = Portrait
point-4 = Tour
point-5 = Enjeux
point-6 = Bilan du fonctionnement
point-7 = Décisions et actions
point-6-short = Bilan
point-7-short = Décisions
point-8 = Clôture
meeting-time-short = { $minutes }/{ $planned } min
meeting-time = { $minutes } min sur { $planned }
meeting-total = { $total } sur { $planned } min au total
meeting-total-short = { $total }/{ $planned } min
person-put-off = On reviendra à { $name } à la fin du tour.
person-gone = Cette personne n’est plus au tableau.
last-trace = Dernière trace : { $when }
last-trace-never = Aucune trace encore
last-traces = Les dernières traces
if-time-allows = si le temps le permet
opening-here = { $n ->
    [one] { $n } personne ici
   *[other] { $n } personnes ici
}
returns-left = { $n ->
    [0] Tout est revu.
    [one] action à revoir
   *[other] actions à revoir
}
returns-no-reason = dites pourquoi, sinon elle reviendra
since-weeks = { $n ->
    [0] depuis cette semaine
    [one] depuis une semaine
   *[other] depuis { $n } semaines
}
last-portrait = Le { $day }
last-said = Ce qui s’est dit le { $day }
last-decided = Décidé le { $day }
comes-back = Reviendra au prochain retour
question-of = question { $rank } sur { $count }
next-meeting = Prochaine rencontre
next-proposed = … proposé : { $day } (Entrée)
next-proposed-wall = … proposé : { $day }
date-unset = À fixer
changes-title = Ce qui a changé du { $from } au { $to }
changes-arrived = Arrivées : { $names }
changes-left = Départs : { $names }
changes-traces = { $n ->
    [one] { $n } trace laissée
   *[other] { $n } traces laissées
}
changes-none = Rien n’a changé au tableau ni dans le cycle.
changes-actions = Les actions du { $day }, et ce qu’elles sont devenues
meeting-resumed = Rencontre du { $day }, commencée à { $clock } : on reprend où vous étiez.
meeting-kept = La rencontre est gardée telle quelle. r la reprend.
meeting-reopened = La rencontre est rouverte telle qu’elle était : r la reprend.
not-in-a-meeting = Pas pendant une rencontre : Échap en sort, et elle est gardée.
enlarge-wall = Ctrl + : lettres plus grosses
enlarge = Pour le mur, grossissez les lettres (Ctrl +) jusqu’à environ 80 colonnes.
meeting-closed = Rencontre close : tout est écrit.
meeting-broken = Un fichier de l’école ne se lit pas : ? montre où et comment le corriger. La rencontre attend.
opening-who = Qui est ici?
closing-question = Quand nous revoyons-nous?
returns-question = Où en sont nos actions?
portrait-people = { $n ->
    [one] personne nouvelle
   *[other] personnes nouvelles
}
decisions-question = Que décidons-nous? Qui fait quoi?
portrait-question = Où en est le nouveau personnel?
portrait-same = Les mêmes nombres qu’aujourd’hui.
returns-done = 1 fait
returns-postponed = 2 reporté
returns-dropped = 3 abandonné
opening-no-member = Aucun membre au comité : F3, puis n, en ajoute.
returns-none = Aucune action à revoir : c’est la première rencontre, ou tout est fait.
portrait-arrived = Arrivées depuis la dernière rencontre :
portrait-left = Départs depuis la dernière rencontre :
portrait-no-contact = Sans répondant :
portrait-no-trace = { $n ->
    [0] On n’en a pas parlé depuis cette semaine :
    [one] On n’en a pas parlé depuis une semaine :
   *[other] On n’en a pas parlé depuis { $n } semaines :
}
arrived = depuis le { $day }
how-are-they = Comment va { $name }?
person-mentor = mentorat : { $who }
supports-label = Soutien offert
person-contact = répond : { $who }
traces-label = traces
next-step-label = Prochain pas
answer-last-was = la dernière fois : { $word }
answer-last = la dernière fois
said-today-mark = dit aujourd’hui
tier-label = palier
what-do-they-need = De quoi aurait besoin { $name }?
last-time = La dernière fois : { $note }
step-moved = { $before } → { $after }
issue-rows = Au plan, à cette étape :
issue-none = Aucun enjeu au plan : après la rencontre, n à l’accueil en nomme un.
stage-answered = { $n ->
    [0] Aucune réponse encore, sur { $all }
    [one] Une réponse sur { $all }
   *[other] { $n } réponses sur { $all }
}
issue-no-row = Aucune étape du plan pour cet enjeu à cette étape du cycle.
review-question = Qu’est-ce qui nous aide, qu’est-ce qui accroche?
decisions-count = { $n ->
    [one] décision
   *[other] décisions
}
actions-count = { $n ->
    [one] { $n } action
   *[other] { $n } actions
}{ $people ->
    [0] {""}
   *[other] , et { $people } pour des personnes
}
review-bons-coups = Bons coups
review-irritants = Irritants
review-incoherences = Incohérences
review-ajustements = Ajustements
add-guest = Ajouter une personne invitée
opening-guest = { $name } (personne invitée)
add-success = Ajouter un bon coup
add-irritant = Ajouter un irritant
add-inconsistency = Ajouter une incohérence
add-adjustment = Ajouter un ajustement
add-decision = Ajouter une décision
add-action = Ajouter une action
close-meeting = Clore la rencontre
closing-writes = Ce qui sera gardé
meeting-field-animation = Animation
meeting-field-prise-de-notes = Prise de notes
meeting-field-etat = État
meeting-field-palier = Palier
meeting-field-reponse = Réponse
meeting-field-besoins = Besoins
meeting-field-note = Note
meeting-field-repere = Signe de progrès
meeting-field-date = Jour
meeting-field-fait = Fait
meeting-field-notes = Notes du comité
meeting-field-quoi = Quoi
meeting-field-prochain-pas = Prochain pas
meeting-field-qui = Qui
meeting-field-quand = Quand
meeting-field-nouvelle-date = Remis à quel jour?
meeting-field-pourquoi = Pourquoi?
meeting-field-prochaine-rencontre = Prochaine date
meeting-field-decisions = Décision
meeting-field-irritants = Irritant
meeting-field-incoherences = Incohérence
meeting-field-bons-coups = Bon coup
meeting-field-ajustements = Ajustement

## Ce qui est donné aux autres
paper-foot = Du soutien, jamais d’évaluation. Les noms reconnus des personnes nouvelles en sont retirés.
paper-foot-named = DOCUMENT NOMINATIF : à ne donner qu’aux membres du comité, à détruire après usage. Du soutien, jamais d’évaluation.
minutes-title = Compte rendu du { $day }
minutes-hours = { $hours } ({ $minutes } min)
minutes-present = Qui était là
minutes-chair = Animation : { $names }
minutes-scribe = Prise de notes : { $names }
minutes-count = Nombre
minutes-no-contact = Sans répondant : { $n }
minutes-what = Quoi
minutes-who = Qui
minutes-why = Pourquoi
minutes-since = Depuis
minutes-answer = { $question } { $answer }
action-plan-title = Plan d’action { $year }
action-plan-fund = Somme
action-plan-granted = Accordé
action-plan-committed = Engagé
action-plan-used = Utilisé
action-plan-left = Libre
action-plan-all = En tout
action-plan-aim = Pour : { $list }
action-plan-with = Avec : { $list }
action-plan-rest = { $left ->
    [0] { "" }
    [one] Une autre étape de l’année qui vient est au plan complet.{ " " }
   *[other] { $left } autres étapes de l’année qui vient sont au plan complet.{ " " }
}{ $later ->
    [0] { "" }
    [one] Une étape vient plus tard.{ " " }
   *[other] { $later } étapes viennent plus tard.{ " " }
}{ $done ->
    [0] { "" }
    [one] Une étape est déjà faite.{ " " }
   *[other] { $done } étapes sont déjà faites.{ " " }
}{ $dropped ->
    [0] { "" }
    [one] Une étape est abandonnée.
   *[other] { $dropped } étapes sont abandonnées.
}
calendar-name = Comité d’insertion · { $school }
calendar-meeting = Rencontre du comité d’insertion
calendar-and-more = (et plus)
calendar-person-action = Action : une personne nouvelle
review-paper-title = Bilan de l’année { $year }
review-indicators = Ce que disent les indicateurs
review-coverage = Ce que l’école fait, de ce que font les programmes
review-covered = { $done } sur { $all }
coverage-shown-brief = au plan : { $id }
coverage-decided-brief = décidé
coverage-board-brief = au tableau
coverage-said-brief = dit par l’école
coverage-not-brief = pas encore
coverage-said = dit par l’école
coverage-denied = pas encore, dit l’école
coverage-not = pas encore
coverage-rows = au plan : { $n ->
    [one] étape { $list }
   *[other] étapes { $list }
}
coverage-means = au plan, étape { $id } : « { $what } »
coverage-decision = décision du { $day }
coverage-supports = au tableau : { $n ->
    [one] soutien { $list }
   *[other] soutiens { $list }
}
coverage-mentor = au tableau : des personnes mentores
coverage-contact = au tableau : des personnes répondantes
coverage-release = des jours de libération
coverage-programmes = Programmes (vers 2011)
coverage-here = Ici
coverage-question = « { $what } » : l’école le fait-elle?
coverage-yes = Oui, l’école le fait
coverage-no = Non, pas encore
coverage-unsay = Ne rien en dire : que les fichiers répondent
field-couverture-pourquoi = Pourquoi le dites-vous?
review-coverage-note = Lu en mots entiers dans le plan, les décisions et le tableau, ou dit par l’école. Des repères, pas une liste à cocher. (S000-03, S000-04, S000-06)
review-recommendations = Ce que le comité recommande
review-counts = { $meetings ->
    [0] Aucune rencontre tenue
    [one] Une rencontre tenue
   *[other] { $meetings } rencontres tenues
}, { $traces ->
    [0] aucune trace laissée
    [one] une trace laissée
   *[other] { $traces } traces laissées
}.
calendar-action = Action : { $what }
choose-publication = Que voulez-vous exporter?
publish-minutes = Compte rendu du { $day }, { $form }
publish-minutes-named = Compte rendu nominatif du { $day }, { $form }
publish-agreement = Entente de jumelage : { $name }, { $form }
publish-welcome = Lettre de bienvenue : { $name }, { $form }
publish-person = Fiche : { $name }, { $form }
person-foot = Pour la personne elle-même, remis par la personne responsable de l’accès, qui répond. Du soutien, jamais d’évaluation.
person-others = Nomme aussi
person-held = Dans
person-line = ligne { $line }
person-file-name = nom du fichier
person-inside = dans un fichier qui n’est pas du texte
person-version = { $file }, version { $number } ({ $day })
person-others-note = Là où une phrase nomme aussi quelqu’un d’autre, il peut falloir masquer ce nom avant de remettre la page. Les versions sont des états gardés des fichiers.
person-title = Fiche : { $name }
person-about = Tout ce que les fichiers de l’école disent de cette personne, et toutes leurs versions.
person-field = Champ
person-value = Valeur
person-record = Sa fiche
person-thread = Ce qui s’est dit
person-doubts = Peut-être à son sujet
person-doubts-note = Un mot de son nom y est, qui est aussi un mot courant ou le nom d’une autre personne : à vérifier, et à retirer de la page si ce n’est pas d’elle.
person-mentions = Ce qui est écrit ailleurs, ou l’a été
person-where = Où
person-text = Le texte
person-said = Dit
publish-plan-action = Plan d’action, { $form }
publish-plan-action-bref = Plan d’action sur une page, { $form }
publish-survey = Sondage, { $name } ({ $form })
publish-questionnaire = Questionnaire à coller dans Forms, { $audience } (texte)
publish-bilan = Bilan de l’année, { $form }
publish-chart = Graphique { $id }, { $form }
publish-calendrier = Calendrier pour un agenda
form-docx = pour Word
form-html = page à imprimer
form-md = texte
form-svg = image (SVG)
board-printed = Les colonnes montrées à l’écran; les autres sont à droite de la feuille, hors des pages.
published-unopened = Rien ici n’ouvre ce fichier : son chemin est copié.
published = Écrit : { $file }
closing-decision = Décision
closing-action = Action
closing-carried = Reviendra
closing-unseen = Sans un mot
closing-paper-word = prêt pour Word, les noms reconnus retirés
closing-name = Ressemble à un nom (resterait au compte rendu)
closing-paper = Compte rendu
closing-present = Présences
closing-absent = Absences
closing-guests = Personnes invitées
closing-returns = Actions revues
closing-returns-done = { $n ->
    [one] { $n } faite
   *[other] { $n } faites
}
closing-returns-postponed = { $n ->
    [one] { $n } reportée
   *[other] { $n } reportées
}
closing-returns-dropped = { $n ->
    [one] { $n } abandonnée
   *[other] { $n } abandonnées
}
closing-tier = palier { $tier }
closing-needs = besoins : { $needs }
closing-needs-said = besoins revus
closing-note = une note
closing-next-said = un prochain pas
closing-done-said = ce qui était prévu est fait
closing-answers = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}

## Champs
field-nom = Nom
field-alias = Alias
field-fonction = Fonction
field-batiment = Bâtiment
field-arrivee = Arrivée
field-annee-insertion = Année d’insertion
field-situation = Situation
field-mentor = Mentor
field-mentor-depuis = Mentor depuis
field-mentors-precedents-nom = A été mentor
field-mentors-precedents-du = Du
field-mentors-precedents-au = Au
heading-earlier-mentors = Les mentorats précédents
field-repondant = Répondant
field-etat = État
field-palier = Palier
field-modalites = Modalités
field-besoins = Besoins
field-objectif = Objectif
field-liberation-accordes = Jours accordés
field-liberation-pris = Jours pris
field-prochaine-action-quoi = Prochaine action
field-prochaine-action-qui = Par qui
field-prochaine-action-quand = Pour quand
field-conserver-jusquau = À conserver jusqu’au
field-depart-date = Date du départ
field-depart-motif = Motif du départ
field-derniere-trace = Dernière trace
field-traces = Traces
field-liberation-reste = Jours restants
field-etat-le = État dit le
field-par = Par qui
field-traces-par = Par
field-traces-note = Note
field-traces-va-bien = Va bien
field-traces-defi = Défi
field-traces-prochain-pas = Prochain pas
field-traces-soutien = Soutien
field-mur-fonction = Fonction, au mur
field-mur-batiment = Bâtiment, au mur
field-ecole-nom = École
field-ecole-ordre = Ordre
field-ecole-annee-scolaire = Année scolaire
field-ecole-batiments = Bâtiments
field-ecole-personnel = Membres du personnel
field-comite-nom = Comité
field-comite-mandat = Mandat
field-comite-plage = Plage
field-comite-rythme = Rythme
field-recommandations = Recommandations
field-comite-membres-nom = Membre
field-comite-membres-role = Rôle
field-comite-membres-batiment = Bâtiment du membre
field-comite-membres-degagement = Dégagement
field-comite-membres-mandat = Mandat du membre
field-comite-membres-ecoles = Écoles du membre
field-comite-membres-evalue = Évalue le personnel
field-ressources-liberation-par-arrivee = Jours par arrivée
field-ressources-liberation-banque = Banque de jours
field-ressources-sommes-source = Somme
field-ressources-sommes-accorde = Accordé ($)
field-ressources-sommes-engage = Engagé ($)
field-ressources-sommes-utilise = Utilisé ($)
field-va-bien = Ce qui va bien
field-defi = Un défi
field-prochain-pas = Le prochain pas
field-soutien = Le soutien offert
field-etape = Étape
field-quand = Quand
field-responsable = Responsable
field-personnes-impliquees = Personnes
field-intentions = Intentions
field-commentaires = Commentaires
field-liens = Liens
field-cycle-volet = Volet
field-cycle-etapes = Étapes du cycle
field-cycle-enjeu = Enjeu
field-tour = Tour
field-priorite = Priorité
field-volet = Volet
field-donnees-initiales = Données initiales
field-echelles-niveau = Niveau
field-echelles-niveaux = Niveaux, de −2 à +2
field-echelles-poids = Poids
field-echelles-objectif = Objectif
field-question = Question
field-mesure = Mesure
field-enjeu = Enjeu
field-type = Type
field-sens = Sens souhaité
field-niveau = Niveau de Guskey
field-depart-valeur = Départ : valeur
field-depart-sur = Départ : sur
field-cible-valeur = Cible : valeur
field-cible-sur = Cible : sur
field-cible-date = Cible : date
field-mesures-valeur = Valeur
field-mesures-sur = Sur
field-mesures-constat = Constat
field-traces-consultees = Traces consultées
field-objectif-atteint = Objectif atteint?
field-decision = Décision
field-etapes-a-refaire = Étapes à refaire
field-pourquoi = Pourquoi
field-prochaine-mesure = Prochaine mesure
refused-day = Ce n’est pas une date certaine. Essayez « 26 nov. 2026 » ou « 2026-11-26 ».
not-a-date = ce n’est pas une date : gardé comme texte, sans rappel
kept-as-text = « { $said } » n’est pas une date : gardé comme texte, sans rappel.
refused-amount = Ce n’est pas un nombre. Essayez « 2 » ou « 0,5 ».
refused-count = Il faut un nombre entier, comme « 3 ».
refused-steps = Les étapes sont 1, 2, 3, 4, R et impact.

## Touches des panneaux
keys-line = Entrée garde   Échap annule
keys-list = Entrée : la suivante; deux fois : continuer   Échap : la liste   Maj-Tab : avant
keys-add = Entrée ajoute   Échap : terminé
keys-line-fresh = Entrée garde   Échap annule   tapez pour remplacer
keys-text = Entrée garde   Échap annule   Alt-Entrée ou Maj-Entrée : ligne suivante
keys-trace = Entrée garde et continue   Échap annule   Maj-Tab : avant
keys-pick = Entrée garde   Échap annule   ↑↓ choisir   tapez pour filtrer
keys-pick-typed = Entrée garde   Échap annule   ↑↓ choisir ou taper un autre nom
keys-pick-many-typed = Entrée garde   Espace coche   Échap annule   tapez pour chercher ou ajouter
keys-pick-many = Entrée garde   Espace coche   Échap annule
keys-pick-tick = Entrée : prend ce mot et garde   Échap annule
keys-ask-for-ever = o : oui, pour toujours   Échap : non
keys-ask = Entrée : oui   Échap : non
keys-ask-close = o : clore   Échap : revenir
keys-ask-sentences = o : les retirer aussi   Entrée : les garder
keys-ask-open = o : ouvrir   Entrée : continuer
keys-ask-more = o : oui   Échap : rester au mur
keys-read = ↑↓ faire défiler   une autre touche ferme
keys-help = ↑↓ faire défiler   une autre touche ferme
pick-none = Rien ne correspond. Effacez pour tout revoir.
pick-among = Cela n’est pas dans la liste : { $choices }
choose-theme = Quel thème?
palette-person = personne
palette-issue = enjeu
palette-row = étape du plan
palette-survey = sondage
palette-meeting = rencontre
palette-entry = repère
choose-stroke = Revenir à quel moment? Entrée annule jusque-là, ce geste compris.
choose-action = Que voulez-vous faire, ou voir?
help-title = Aide
help-first = Pour commencer
help-here = Ici
help-everywhere = Partout
help-legend = Les signes, et qui lit l’écran
help-signs = ✓ va bien, fait · ~ à suivre · ! plus de soutien, en retard · ? non connu · ◐ en cours · » reporté · × abandonné
help-levels = direction : tout · comité : noms, besoins, traces · mur : un alias; le reste est masqué
help-place = Dossier : { $place }

## Questions
ask-undo = On pourra annuler (u).
ask-archive-person = { $name } a quitté l’école? Sa fiche reste dans le fichier et sort du tableau; d la montre encore.
ask-archive-row = Abandonner cette étape? « { $name } »
ask-close-check = Conclure la mesure? Voici ce qui sera écrit :
ask-leave-meeting = Sortir de la rencontre? Elle est gardée telle quelle; r la reprend où vous êtes.
ask-unproject = L’écran est encore au mur. Montrer de nouveau les noms?
ask-close-meeting = Clore la rencontre? Ce qui est écrit plus haut sera gardé; u la rouvre.
closing-names = Ces mots ressemblent à un nom et resteraient au compte rendu : { $names }
closing-names-wall = { $n ->
    [one] Un mot ressemble à un nom et resterait au compte rendu : p quitte le mur, et le montre.
   *[other] { $n } mots ressemblent à un nom et resteraient au compte rendu : p quitte le mur, et les montre.
}
ask-abandon-meeting = Jeter la rencontre en cours, sans rien garder de ce qui s’y est dit?
ask-restore = Remettre en place la version { $version } de { $file }, gardée le { $day } ?
ask-restore-kept = L’état actuel sera gardé comme une version de plus.
recovered = Un texte que vous tapiez le { $day } à { $clock } a été retrouvé. Le reprendre?
unwritten = Des changements du { $day } à { $clock } n’étaient pas tous sur le disque. Les faire?
unwritten-choice = Ce qui y est déjà n’est pas refait. Entrée les fait; Échap les abandonne.
and-more = { $n ->
    [one] … et un autre changement
   *[other] … et { $n } autres changements
}
settings-unreadable = Le fichier reglages.yaml ne se lit pas : les réglages habituels servent, et il reste comme il est.
copy-found = La synchronisation a laissé { $copy } à côté de { $file } : deux ordinateurs l’ont changé en même temps. Les fusionner?
copy-nothing = Elle ne dit rien de plus que le fichier.
copy-purged = { $n ->
    [one] Une personne effacée ici y est encore : la fusion la ramènerait.
   *[other] { $n } personnes effacées ici y sont encore : la fusion les ramènerait.
}
copy-clashes = { $n ->
    [one] Un champ dit autre chose dans les deux : vous choisirez.
   *[other] { $n } champs disent autre chose dans les deux : vous choisirez.
}
copy-choice = La copie ira dans versions/, où elle reste lisible. Échap : plus tard.
copy-merged = { $copy } fusionné : { $n ->
    [0] { $left ->
        [0] rien à reprendre
       *[other] il reste à choisir
    }
    [one] une fiche reprise
   *[other] { $n } fiches reprises
}. La copie est dans versions/.
rewrite-choice = Écrire tout { $file } à neuf? Ses commentaires et les clés inconnues n’y seront plus; l’état d’avant reste dans versions/.
readonly-choice = Quelqu’un a mis { $file } en lecture seule. Y écrire quand même? Il restera en lecture seule.
readonly-later = Rien n’est écrit et rien n’est perdu : retirez la lecture seule de { $file }, et le changement s’y fera.
rewrite-later = Rien n’est écrit et rien n’est perdu : corrigez la ligne dans un éditeur, et le changement s’y fera.
sides-title = { $n ->
    [0] Deux valeurs pour un même champ
    [one] Deux valeurs pour un même champ : encore un choix à faire
   *[other] Deux valeurs pour un même champ : encore { $n } choix à faire
}
sides-typed = Tapé ici
sides-copy = Dans la copie
sides-file = Dans le fichier
sides-here = Ici
sides-elsewhere = Ailleurs
nobody = personne retirée
keys-sides = Entrée : garder   Échap : plus tard   ←→ choisir
item-gone = Ce que vous complétez a été retiré ailleurs. Copiez votre texte, puis Échap.
record-gone = Ce dont vous parlez a été retiré ailleurs. Échap garde votre texte : il sera offert à la prochaine ouverture.
ours-kept = Ce dont vous parliez a été retiré ailleurs : votre texte est gardé, et sera offert à la prochaine ouverture.
broken-takes-nothing = Ce fichier ne se lit pas : corrigez-le d’abord. Votre texte reste ici.
sides-later = Le fichier reste comme il est; l’autre valeur est notée, et sera offerte à la prochaine ouverture.
taken-away = (retiré)
cloud-abroad = Ce dossier est dans { $cloud }, qui garde souvent ses données hors du Québec : une évaluation doit précéder (art. 70.1). Voyez la personne responsable.
cloud-onedrive = Ce dossier est dans OneDrive : demandez au centre de services où ces données sont gardées.
purge-question = Retirer pour toujours : { $who }? Voici ce qui s’en va :
purge-file = { $file } : { $records ->
    [0] { $mentions ->
        [one] une mention
       *[other] { $mentions } mentions
    }
    [one] une fiche{ $mentions ->
        [0] {""}
        [one] {" "}et une mention
       *[other] {" "}et { $mentions } mentions
    }
   *[other] { $records } fiches{ $mentions ->
        [0] {""}
        [one] {" "}et une mention
       *[other] {" "}et { $mentions } mentions
    }
}
purge-whole = { $file } : le fichier entier
purge-fields = Sa fiche : { $fields }
purge-sentences = Ces phrases restent, sans le nom. Disent-elles encore de qui il s’agit?
purge-sentences-too = Les retirer aussi, entières?
purge-sentences-gone = Les phrases qui la nommaient partent entières; un titre reste, sans le nom.
purge-sentences-going = Ces phrases nomment la personne et partent entières; le reste du texte demeure :
purge-untouched = { $file } : il parle d’elle là où rien ne s’écrit sans risque (ce n’est pas du texte, ou le nom y est en code) : à regarder.
purge-others = { $n ->
    [one] Un autre fichier n’est pas du texte
   *[other] { $n } autres fichiers ne sont pas du texte
} : seul un nom entier y a été cherché ({ $names }). Un PDF ou un fichier compressé peut le cacher.
purge-doubt = « { $word } » : { $n ->
    [one] une fois
   *[other] { $n } fois
}, comme dans « { $example } » : laissé, car c’est aussi un mot ou le nom de quelqu’un d’autre.
purge-read-only = { $file } est en lecture seule : il change quand même.
purge-words = Ces mots désignent-ils aussi cette personne? Cochez-les
times = { $n ->
    [one] une fois
   *[other] { $n } fois
}
purged-in-text = Une personne nommée ici vient d’être retirée pour toujours : son nom a été ôté de ce texte.
purged-elsewhere = La personne dont vous parliez vient d’être retirée sur un autre poste. Votre texte n’est pas gardé.
purge-unreached = Ce que ce programme n’atteint pas : les autres ordinateurs (textes en cours, annulations), l’historique de votre nuage, les sauvegardes, git, les corbeilles, ce qui a été envoyé ou imprimé.
purge-how = Pour retirer aussi un mot ou un fichier : arrimage purger … --aussi MOT --fichier FICHIER
purge-remove-question = Ces fichiers ne sont pas du texte et parlent d’elle. Les supprimer aussi?
purge-removed = { $n ->
    [one] Un fichier supprimé.
   *[other] { $n } fichiers supprimés.
}
purge-versions = versions/ : { $n ->
    [one] une version
   *[other] { $n } versions
}
purge-access = Aucune demande d’accès à son sujet n’est en cours? Sinon, répondez-y d’abord.
purge-forever = Cela ne s’annule pas. Le registre dira la date, le nombre, et la règle si son délai est passé, sans nom. Ne sont pas touchés : les autres ordinateurs, les corbeilles, les sauvegardes, un historique git, les copies ailleurs.
purge-consent = Écrivez « oui » pour retirer, autre chose pour ne rien faire :
purge-nobody = Il n’y a personne à retirer : aucune date de conservation n’est passée.
purge-none = Rien n’a été retiré.
purged = { $n ->
    [one] Une personne retirée
   *[other] { $n } personnes retirées
}, { $files ->
    [one] un fichier réécrit.
   *[other] { $files } fichiers réécrits.
}
home-expired = { $n ->
    [one] Une fiche à retirer (échue)
   *[other] { $n } fiches à retirer (échues)
}
recovered-place = Il allait ici : { $place }.
recovered-now = On y lit à présent : « { $text } »
recovered-choice = Entrée le rouvre; Échap demande s’il faut le jeter.
ask-discard = Jeter ce texte pour toujours?
ask-discard-unwritten = Jeter ces changements pour toujours?
discard-later = C’est gardé, et sera offert à la prochaine ouverture.

## Ce qui est dit après un geste
undone = Annulé : { $what }
redone = Rétabli : { $what }
given-up = Non gardé; vos mots reviennent si vous rouvrez ce champ.
quit-refused = Ce qui attend n’a pas pu s’écrire. Quittez une seconde fois : ce sera offert à la prochaine ouverture.
put-off = Votre texte est gardé : il sera offert à la prochaine ouverture, ou si vous rouvrez ce champ.
nothing-to-undo = Rien à annuler.
nothing-to-redo = Rien à rétablir.
nothing-done = Rien n’a encore été fait.
projector-on = Au mur : alias seulement, besoins et traces masqués. ! masque tout.
projector-off = Le mur est quitté : les noms sont visibles.
folder-moved = Le dossier est maintenant ici : { $place }. Tout continue là.
folder-gone = Le dossier de l’école n’est plus à sa place. Remettez-le : ce qui attend s’y écrira, rien ne s’écrit ailleurs.
unprotected = Ce qui se tape n’est pas protégé d’une panne sur cet ordinateur : le dossier du programme ne s’écrit pas.
reloaded = Dossier relu.
waiting = Une autre fenêtre ou une autre commande d’Arrimage écrit dans ce dossier : on attend qu’elle ait fini (Ctrl-C pour renoncer).
saved-merged = { $file } avait changé ailleurs : les deux changements y sont.
saved-brought-back = { $file } avait été supprimé ou abîmé ailleurs : il est revenu avec votre changement; ce qui en restait est dans versions/.
outside-records = { $file } mis à jour par un autre programme : { $n ->
    [one] une fiche
   *[other] { $n } fiches
}
outside-changed = { $file } mis à jour par un autre programme
outside-mended = { $file } se lit de nouveau.
outside-lost = { $file } a été supprimé par un autre programme. Votre prochain changement le remettra; versions/ garde ses états d’avant.
outside-headless = { $file } a perdu sa première ligne (format: 1) dans un autre programme : ce qui s’y lit n’est pas cru. Votre prochain changement remettra le fichier d’avant; ce qui s’y lit restera dans versions/.
outside-emptied = { $file } a été vidé par un autre programme. Votre prochain changement le remettra; versions/ garde ses états d’avant.
outside-taken = { $file } : { $people ->
    [0] { $n ->
        [one] un autre programme a retiré ou remplacé quelque chose
       *[other] un autre programme a retiré ou remplacé { $n } choses
    }
    [one] une personne n’y est plus
   *[other] { $people } personnes n’y sont plus
}. La touche u ramène tout; versions/ garde l’état d’avant.
outside-removed = { $file } a été supprimé par un autre programme. S’il faut le ramener : écran 7, sa dernière version, R.
outside-others = { $n ->
    [one] {" "}(et un autre fichier)
   *[other] {" "}(et { $n } autres fichiers)
}
undo-elsewhere = Un autre programme a changé ce champ depuis.
undo-broken = Ce fichier ne se lit pas : à l’écran 7, R remet sa dernière version entière.
undo-passed = { $why } Ce geste reste comme il est; u annule celui d’avant.
redo-passed = { $why } Ce geste reste annulé; U rétablit le suivant.
history-passed = { $n ->
    [one] { $why } Ce geste reste comme il est; les autres sont faits.
   *[other] { $why } { $n } gestes restent comme ils sont; les autres sont faits.
}
edit-place = { $whose } : { $field }
edit-records = { $n ->
    [one] 1 fiche
   *[other] { $n } fiches
}
version-which = { $file } · version { $version } · { $when }
version-changes = Ce qui a changé ensuite
version-same = Rien n’a changé.
version-text = Le fichier tel qu’il était
saved-rewritten = { $file } a été réécrit en entier. Ses commentaires sont dans la version gardée.
saved-unconfirmed = { $file } : enregistré, mais le disque ne l’a pas confirmé.
saved-without-turns = Ce lecteur ne laisse pas réserver un fichier : évitez d’écrire à deux au même moment.
draft-resumes = Une rencontre est en cours : r la reprend.
document-plan = plan
document-board = tableau
document-meeting = rencontre du { $day }
document-impact = mesure du { $day }
document-draft = rencontre en cours
edit-set = { $whose } : { $field } { $before } → { $after }
edit-said = { $whose } : { $field } → { $after }
edit-cleared = { $whose } : { $field } effacé (était { $before })
edit-unsaid = { $whose } : { $field }, c’est noté
edit-added = { $whose } : { $field } + { $item }
edit-removed = { $whose } : { $field } − { $item }
said-removed = Retiré : { $item }
said-is-well = { $name } va bien.
said-is-watched = { $name } : à suivre.
said-needs-more = { $name } a besoin de plus de soutien.
said-is-unknown = { $name } : on ne sait pas encore.
said-of = { $whose }, { $field } : { $value }
said-in-list = { $list } : { $item }
said-of-action = « { $what } » : { $value }
said-action = Action : { $what }
said-guest = { $name } est des nôtres.
said-no-member = { $name } n’est plus au comité.
said-member = { $name } est au comité.
said-absent = { $name } n’est pas là.
said-present = { $name } est là.
said-done = { $name }, fait : { $what }
edit-file-made = Nouveau : { $what }
edit-file-changed = Complété : { $what }
edit-file-removed = Retiré : { $what }
edit-and-more = { $first } (et { $n } de plus)

## Actions : le nom, dans l'aide et la palette
action-go-home = Accueil : où en sommes-nous?
action-go-plan = Plan de déploiement
action-go-board = Tableau du nouveau personnel
action-go-meetings = Régulations passées
action-go-impact = Impact : indicateurs et mesures
action-go-landmarks = Repères
action-go-versions = Versions des fichiers
action-meet = Commencer ou reprendre une rencontre
action-next = Suivant : point, personne ou enjeu
action-previous = Précédent
action-choice-1 = Choix 1 : va bien, ou action faite
action-choice-2 = Choix 2 : à suivre, ou action reportée
action-choice-3 = Choix 3 : plus de soutien, ou action abandonnée
action-choice-4 = Choix 4 : non connu
action-choice-5 = Choix 5 : palier universel
action-choice-6 = Choix 6 : palier ciblé
action-choice-7 = Choix 7 : palier spécifique
action-skip = Passer cette personne et y revenir à la fin du tour
action-measure = Mesurer l’impact de cet enjeu
action-step-on = Faire avancer l’enjeu dans son cycle
action-step-back = Ramener l’enjeu à l’étape d’avant
action-note = Écrire une note
action-needs = Noter les besoins
action-supports = Offrir une modalité de soutien du palier
action-board = Voir le tableau pendant la rencontre, ou y revenir
action-close = Conclure la mesure ouverte
action-reveal = Montrer ce que le mur masque, pour une personne
action-up = Monter
action-down = Descendre
action-left = À gauche
action-right = À droite
action-page-up = Une page plus haut
action-page-down = Une page plus bas
action-first = Au début
action-last = À la fin
action-line-start = Première cellule de la ligne
action-line-end = Dernière cellule de la ligne
action-next-pane = Cellule suivante, volet suivant
action-previous-pane = Cellule ou volet d’avant
action-select-column = Choisir toute la colonne
action-select-all = Choisir toutes les cellules montrées
action-extend-right = Étendre le choix de cellules vers la droite
action-extend-left = Étendre le choix de cellules vers la gauche
action-extend-down = Étendre le choix de cellules vers le bas
action-extend-up = Étendre le choix de cellules vers le haut
action-open = Ouvrir ou modifier
action-edit = Modifier sur place
action-back = Revenir, annuler
action-new = Nouveau : enjeu, étape, personne, mesure, indicateur, objectif, action
action-trace = Laisser une trace sur une personne
action-tick = Cocher ou décocher; marquer une personne du tableau
action-archive = Archiver; noter le départ d’une personne
action-filter = Chercher par mots
action-filter-issue = Filtrer par enjeu
action-filter-step = Filtrer par étape du cycle
action-sort = Trier par une colonne, dans un sens ou dans l’autre
action-count = Compter les valeurs d’une colonne
action-views = Montrer une vue du tableau, ou en garder une
action-columns = Choisir les colonnes, leur ordre, leur largeur
action-clear = Vider la cellule
action-fill-down = Recopier la cellule du dessus, ou celle-ci chez toutes les personnes marquées
action-fill-right = Recopier la première colonne choisie dans les autres
action-import = Importer une liste de personnel ou, à l’écran 5, un sondage (CSV, Excel)
action-copy = Copier dans le presse-papiers
action-cut = Couper : copier, puis vider
action-paste = Coller à partir de la cellule
action-mouse = Laisser la souris au terminal, ou la reprendre
action-departed = Montrer ou cacher les départs
action-compare = Une autre rencontre, à côté
action-purge = Retirer (purger) une personne pour toujours
action-restore = Remettre une version en place
action-undo = Annuler
action-redo = Rétablir
action-thread = Tout ce qui s’est dit de cette personne, de cet enjeu
action-between = Ce qui a changé entre deux jours
action-history = Tout ce qui a été fait, pour y revenir
action-keep-version = Garder une version nommée
action-reload = Relire le dossier
action-repaint = Redessiner l’écran
action-projector = Mur : alias seulement
action-level = Qui lit l’écran : direction, comité, mur
action-export = Exporter : compte rendu, plan d’action, bilan, sondage, questionnaire, calendrier, tableau
action-blank = Masquer l’écran d’un coup
action-theme = Changer de thème
action-school = École, comité et ressources
action-found = Créer mon école
action-open-school = Ouvrir une autre école
action-palette = Toutes les commandes
action-explain = Expliquer le mot, ou aider
action-help = Aide
action-quit = Quitter

## Actions : le mot, dans la barre du bas
hint-meet = rencontre
hint-go-meetings = le mois dernier
hint-open = ouvrir
hint-day = jour
hint-tick = cocher
hint-next = suivant
hint-previous = retour
hint-needs = besoins
hint-note = note
hint-reveal = montrer
hint-board = tableau
hint-blank = masquer
hint-export = exporter
hint-level = niveau
hint-skip = passer
supports-of-tier = Soutien offert, palier { $tier }
hint-supports = soutien
hint-measure = mesurer l’impact
hint-step-on = avancer
hint-step-back = reculer
hint-new = nouveau
hint-new-action = action
hint-filter = chercher
hint-filter-issue = enjeu
hint-filter-step = étape
hint-sort = trier
hint-count = compter
hint-columns = colonnes
hint-views = vues
hint-clear = vider
hint-fill-down = recopier
hint-import = importer
hint-copy = copier
hint-cells = cellules
hint-mark = marquer
hint-edit = modifier
hint-next-pane = suivant
hint-departed = départs
hint-archive = archiver
hint-left = avant
hint-right = après
hint-compare = côte à côte
hint-compare-meeting = la dernière fois
hint-purge = retirer
hint-restore = remettre
hint-thread = fil
hint-between = entre deux jours
hint-history = historique
hint-keep-version = garder une version
hint-trace = trace
hint-close = conclure
hint-undo = annuler
hint-back = revenir
hint-explain = aide
hint-help = aide
hint-school = école
hint-found = créer
hint-open-school = ouvrir
hint-palette = commandes
hint-quit = quitter

## Fautes : la cause, puis le remède
severity-error = Erreur
severity-warning = À voir
fault-no-school = Ce dossier ne contient ni plan.yaml ni suivi.yaml.
    .remedy = Choisissez le dossier d’une école, ou créez-en un : arrimage nouveau DOSSIER
fault-unreadable = { $cause ->
    [absent] Le fichier n’existe pas.
    [cloud] Ce fichier est resté dans le nuage, et n’en vient pas.
    [denied] Le système refuse l’accès à ce fichier.
   *[other] Le fichier ne peut pas être lu.
}
    .remedy = { $cause ->
        [cloud] Vérifiez que OneDrive (ou iCloud, ou Google Drive) est ouvert et que l’ordinateur est en ligne : Arrimage regarde toutes les cinq secondes. Pour toujours : clic droit sur le dossier, « Toujours conserver sur cet appareil ».
       *[other] Vérifiez que le fichier est sur ce poste (OneDrive : « Toujours conserver sur cet appareil ») et que vous pouvez l’ouvrir.
    }
fault-not-a-file = Ce nom est celui d’un dossier ou d’autre chose qu’un fichier.
    .remedy = Renommez-le : Arrimage attend ici un fichier texte.
fault-too-large = Le fichier pèse { $size } Mo; la limite est de { $cap } Mo.
    .remedy = Ce n’est probablement pas un fichier d’Arrimage. Remettez le bon, ou une version (arrimage versions).
fault-not-text = Ces octets ne sont pas du texte en UTF-8.
    .remedy = Dans le Bloc-notes : Enregistrer sous, puis Encodage « UTF-8 ».
fault-read-only = Ce fichier est en lecture seule : rien n’a été écrit.
    .remedy = Retirez la lecture seule dans ses propriétés, ou demandez à qui l’a mise.
fault-not-an-export = Ce nom est celui d’un fichier de l’école : rien n’a été écrit.
    .remedy = Choisissez un autre nom après -o, par exemple dans exports/.
fault-misplaced = { $cause ->
    [cloud] Ce fichier est resté dans le nuage : il n’y a ici que { $found }.
   *[name] Ce fichier n’est pas là; il y a { $found }.
}
    .remedy = { $cause ->
        [cloud] Téléchargez-le (clic droit, « Télécharger maintenant »). Rien ne s’écrit à sa place d’ici là.
       *[name] Si c’est lui, redonnez-lui son nom. Rien ne s’écrit à sa place d’ici là.
    }
fault-no-board = Il y a des rencontres ou des versions gardées, mais ce fichier n’est pas là.
    .remedy = Remettez ce fichier dans le dossier (corbeille, historique du nuage, écran 7). S’il n’y en a jamais eu, créez-le avec une seule ligne : format: 1
fault-of-school = Ce fichier est un de ceux de l’école : il ne se supprime pas en entier.
    .remedy = Ce qui parle de la personne en sort quand même. Pour un autre fichier, écrivez son chemin dans le dossier.
fault-stray = { $cause ->
    [cloud] Ce fichier est resté dans le nuage : il n’est pas lu.
    [ending] Ce fichier n’est pas lu : son nom ne finit pas par .yaml.
    [copy] Cette copie n’est pas lue : son nom ne finit pas par .yaml.
    [folder] Ce dossier n’est pas lu : son nom s’écrit en minuscules, sans accent.
   *[name] Ce fichier n’est pas lu : son nom n’est pas une date.
}
    .remedy = { $cause ->
        [cloud] Téléchargez-le (clic droit, « Télécharger maintenant »).
        [copy] Si le fichier de l’école n’a pas tout ce qu’elle a, donnez-lui un nom comme « suivi (1).yaml » : la réunion sera proposée. Sinon, rangez-la ailleurs.
        [folder] Donnez-lui le nom que l’école emploie : regulations, impacts ou sondages.
       *[name] Nommez-le comme 2026-11-26.yaml si l’école s’en sert; sinon, rangez-le ailleurs.
    }
fault-emptied = Ce fichier est vide.
    .remedy = Ce qu’il contenait est dans ses versions : écran 7, puis R. Sinon, cherchez-le dans l’historique de votre nuage.
fault-headless = Ce fichier n’a plus sa ligne « format: 1 » : son début manque peut-être.
    .remedy = Si le reste est entier, remettez cette ligne en premier. Sinon, écran 7 : choisissez la version la plus récente qui est entière, puis R.
fault-register-unreadable = La liste des versions ne se lit pas.
    .remedy = Les versions sont intactes. La prochaine mettra cette liste de côté (registre-illisible-1.yaml) et en refera une.
fault-purged-again = La personne { $id } a été effacée d’ici : ce fichier plus ancien la ramène.
    .remedy = Effacez-la de nouveau : arrimage purger . { $id }
fault-newer-format = Ce fichier vient d’une version plus récente d’Arrimage (format { $format }).
    .remedy = Mettez Arrimage à jour. Rien n’a été touché.
fault-tab = Une tabulation indente cette ligne.
    .remedy = Remplacez-la par des espaces, alignés sur la ligne voisine.
fault-no-break-space = Une espace insécable est là où il faut une espace ordinaire.
    .remedy = Effacez-la et retapez une espace.
fault-colon-blank = Il manque une espace après les deux-points.
    .remedy = Écrivez « clé: valeur », avec une espace après les deux-points.
fault-colon-in-text = Un texte contient des deux-points suivis d’une espace.
    .remedy = Mettez tout le texte entre guillemets droits : "ainsi : comme ceci".
fault-quote = Un guillemet s’ouvre ici et ne se ferme pas.
    .remedy = Ajoutez le guillemet droit qui manque à la fin du texte.
fault-bracket = Un crochet ou une accolade s’ouvre ici et ne se ferme pas.
    .remedy = Ajoutez le signe fermant, crochet ou accolade, qui manque à la fin de la liste.
fault-merge-marks = Une fusion a laissé ici ses marques : deux personnes ont écrit au même endroit.
    .remedy = Gardez une des deux versions, et effacez les trois lignes de marques.
fault-alignment = Cette ligne n’est pas alignée avec ses voisines.
    .remedy = Mettez le même nombre d’espaces au début que les lignes de la même liste.
fault-not-a-table = Ce fichier n’est ni un CSV ni un classeur (.xlsx, .xls, .ods), ou il est abîmé.
    .remedy = Dans Excel, enregistrez le tableau sous « Classeur Excel (.xlsx) » ou « CSV UTF-8 ».
fault-locked-table = Ce classeur est protégé par un mot de passe : on ne peut pas le lire.
    .remedy = Ouvrez-le dans Excel, enregistrez-en une copie sans mot de passe, prenez-la ici, puis supprimez-la.
fault-web-page = Ce fichier est une page Web, même si son nom finit comme celui d’un classeur.
    .remedy = Ouvrez-le dans Excel et enregistrez-le sous « Classeur Excel (.xlsx) ».
fault-no-table = Ce fichier n’a pas de tableau : il faut une ligne de titres, puis au moins une ligne.
    .remedy = Mettez le tableau sur une feuille affichée (une feuille masquée n’est pas lue), les titres des colonnes en haut.
fault-too-many-rows = Ce tableau a plus de { $most } lignes.
    .remedy = Gardez seulement les lignes utiles, puis recommencez.
fault-too-many-columns = Ce tableau a plus de { $most } colonnes.
    .remedy = Gardez seulement les colonnes utiles, puis recommencez.
fault-several-forms = Plusieurs feuilles contiennent des réponses : { $sheets }.
    .remedy = Masquez les feuilles qu’il ne faut pas lire, ou enregistrez chacune dans son propre fichier.
fault-no-names = Aucune colonne de ce tableau ne dit le nom des personnes.
    .remedy = Donnez le titre « Nom » à la colonne des noms, ou dites laquelle c’est : --colonne "Titre=nom"
fault-syntax = Cette ligne n’est pas du YAML.
    .remedy = Comparez-la avec une ligne voisine qui se lit bien.
fault-duplicate-key = La clé « { $key } » est écrite deux fois au même endroit.
    .remedy = Gardez une seule des deux lignes.
fault-empty-item = Ce tiret n’a rien après lui.
    .remedy = Il est ignoré. Ajoutez ce qui manque, ou effacez la ligne.
fault-missing-field = Il manque « { $key } ».
    .remedy = Ajoutez une ligne « { $key }: … » à cet endroit.
fault-unknown-word = « { $value } » n’est pas un des mots attendus.
    .remedy = Écrivez un de ceux-ci : { $known }
fault-expected-number = « { $value } » n’est pas un nombre.
    .remedy = Écrivez un nombre, comme 2 ou 0,5.
fault-hour-only = « { $value } » est une heure, pas une date : la date est laissée vide.
    .remedy = Écrivez la date, comme 2026-11-26 ou 26 novembre 2026, ou effacez la ligne.
fault-expected-day = « { $value } » n’est pas une date qui existe.
    .remedy = Écrivez une date comme 2026-11-26 ou 26 novembre 2026.
fault-wrong-shape = La valeur n’a pas la forme attendue ici (un texte, une liste ou des champs).
    .remedy = Comparez avec un autre enregistrement, ou voyez : arrimage schema
fault-unknown-field = { $near ->
    [none] La clé « { $key } » n’est pas connue ici.
   *[other] La clé « { $key } » n’est pas connue ici. Vouliez-vous « { $near } »?
}
    .remedy = Elle reste dans le fichier, mais Arrimage ne s’en sert pas.
fault-unknown-issue = L’enjeu « { $value } » n’est pas dans le plan.
    .remedy = Corrigez l’identifiant, ou ajoutez l’enjeu sous « enjeux: » dans plan.yaml.
fault-unknown-person = La personne « { $value } » n’est pas au tableau.
    .remedy = Corrigez l’identifiant, ou ajoutez la personne dans suivi.yaml.
fault-several-people = « { $value } » est le nom ou l’alias de plusieurs personnes : { $ids }.
    .remedy = Dites laquelle par son identifiant.
fault-unknown-indicator = L’indicateur « { $value } » n’est pas dans le plan.
    .remedy = Corrigez l’identifiant, ou ajoutez-le sous « indicateurs: » dans plan.yaml.
fault-unknown-mentor = « { $value } » n’est pas membre du comité.
    .remedy = Vérifiez le nom, ou ajoutez cette personne mentore sous « membres: » dans plan.yaml.
fault-induction-year = « { $value } » n’est pas une année d’insertion : il y en a cinq, de 1 à 5.
    .remedy = Écrivez l’année où en est cette personne, ou laissez le champ vide.
fault-unknown-column = « { $value } » n’est pas une colonne de l’école.
    .remedy = Déclarez-la en haut de suivi.yaml, sous « colonnes: », ou corrigez le mot.
fault-taken-column = L’id « { $value } » est déjà celui d’un champ du tableau : cette colonne ne se montre pas.
    .remedy = Donnez-lui un autre id.
fault-own-value = « { $value } » ne convient pas à sa colonne.
    .remedy = Corrigez la valeur, ou le type de la colonne sous « colonnes: ».
fault-not-a-survey = Ce tableau n’est pas celui d’un sondage : aucune question connue, et rien de ce que Forms ajoute (heure de fin, horodateur).
    .remedy = Téléchargez les réponses depuis Microsoft Forms ou Google Forms, sans toucher à la ligne des titres.
fault-row-too-long = La ligne { $line } a { $cells } cellules, et la ligne des titres { $heads } : ses réponses ont glissé d’une colonne. Rien n’est pris.
    .remedy = Téléchargez les réponses de nouveau, ou corrigez cette ligne (souvent une virgule sans guillemets).
fault-broken-cell = Ligne { $line }, colonne « { $head } » : la cellule contient une erreur, ou une formule qui n’a jamais été calculée. Rien n’est pris.
    .remedy = Ouvrez le classeur dans Excel, corrigez la cellule, enregistrez, puis recommencez.
fault-too-heavy = Ce fichier est trop gros : il demanderait trop de mémoire.
    .remedy = Copiez seulement le tableau dans un classeur neuf (Collage spécial, Valeurs), puis recommencez.
fault-several-sheets = Plusieurs feuilles nomment des personnes : { $sheets }.
    .remedy = Dites laquelle : --feuille "NOM"
fault-no-such-sheet = Aucune feuille qui nomme des personnes ne s’appelle « { $value } ». Il y a : { $sheets }.
    .remedy = Dites laquelle lire : --feuille "NOM"
fault-ambiguous-dates = Colonne « { $head } » : { $value } se lit de plusieurs façons.
    .remedy = Dites laquelle : --dates jour-mois, --dates mois-jour ou --dates annee-mois
fault-formula = Ligne { $line }, colonne « { $head } » : la cellule contient une formule, pas une réponse. Rien n’est pris.
    .remedy = Remplacez-la par sa valeur (Collage spécial, Valeurs), ou effacez-la.
fault-spoiled-accents = Ligne { $line } : les accents sont abîmés près de « { $value } ». Rien n’est pris.
    .remedy = Téléchargez le fichier de nouveau, ou enregistrez-le dans Excel sous « CSV UTF-8 ».
fault-unknown-survey = Le sondage « { $value } » n’est pas dans le dossier.
    .remedy = Écrivez le nom d’un fichier de sondages/, sans .yaml : 2027-02.
fault-count-over-all = Plus que le tout : { $value }.
    .remedy = Corrigez ce nombre, ou celui dont il fait partie (« sur », « réponses »).
fault-unknown-question = Le croisement parle d’une question que ce sondage n’a pas : { $value }.
    .remedy = Écrivez l’id d’une de ses questions, ou effacez ce croisement.
fault-small-group = Le groupe « { $value } » a moins de cinq réponses : on pourrait deviner qui a répondu quoi.
    .remedy = Effacez ce groupe du croisement.
fault-unknown-code = « { $value } » n’est pas une question du catalogue.
    .remedy = Écrivez un code de M1 à M10, de N1 à N5 ou de D1 à D5.
fault-too-few-points = L’indicateur { $value } a moins de deux points : il n’y a rien à tracer.
    .remedy = Ajoutez son point de départ, puis une mesure (arrimage, écran 5).
fault-conflict-copy = La synchronisation a laissé cette copie de { $original } : deux ordinateurs l’ont changé en même temps.
    .remedy = Ouvrez l’école dans Arrimage : il offre de fusionner les deux.
fault-unknown-contact = « { $value } » n’est pas membre du comité.
    .remedy = Vérifiez le nom de la personne répondante, ou ajoutez-la sous « membres: » dans plan.yaml.
fault-unknown-topic = Aucune vérification n’a le code « { $value } ».
    .remedy = Copiez le code écrit entre crochets par « arrimage verifier ».
fault-holds-records = « { $path } » est une liste de fiches : un texte effacerait ce qu’elles disent.
    .remedy = Ajoutez-y avec « +texte » ou « +{"{"}clé: valeur{"}"} », ou changez un champ : « { $path }.0.CLÉ ».
fault-unknown-entry = Aucune visée, mesure ou condition n’a le code « { $value } » : cette réponse ne se montre nulle part.
    .remedy = Répondez à l’écran 6, touche x, ou copiez un code qui y est écrit.
fault-unknown-risk = Aucun risque d’un jumelage n’a le code « { $value } » : il ne se montre nulle part.
    .remedy = Les neuf risques vont de risque-1 à risque-9 : ils se disent sur la fiche d’une personne, touche e.
fault-duplicate-id = L’identifiant « { $value } » sert deux fois.
    .remedy = Donnez un autre identifiant à l’un des deux.
fault-no-such-place = Le chemin « { $path } » ne mène nulle part dans ce fichier.
    .remedy = Écrivez l’identifiant puis le champ, par exemple n01.état ou p4.quand.
fault-no-such-file = Ce fichier n’est pas dans le dossier, ou ne se lit pas.
    .remedy = Les fichiers sont plan, suivi, regulations/DATE et impacts/DATE. « arrimage verifier » dit ce qui ne se lit pas.
fault-not-editable = Ce changement ne peut pas être écrit ici sans toucher au reste du fichier.
    .remedy = Rien n’a été touché. Écrivez-le à cette ligne dans un éditeur de texte, ou acceptez que le fichier soit écrit à neuf (--reecrire), sans ses commentaires.
fault-not-written = { $cause ->
    [full] Le disque est plein : rien n’a été écrit.
    [denied] Le système refuse l’écriture : rien n’a été écrit.
    [held] Ce fichier est ouvert dans un autre programme : rien n’a été écrit.
    [absent] Le dossier n’est plus là : rien n’a été écrit.
    [busy] Une autre fenêtre d’Arrimage écrit : le changement attend.
    [moving] Un autre programme écrit ce fichier : le changement attend.
   *[other] Le fichier n’a pas pu être écrit.
}
    .remedy = { $cause ->
        [held] Fermez-le dans l’autre programme (Word, Excel), ou choisissez un autre nom, puis recommencez.
        [absent] Remettez le dossier à sa place : ce qui attend s’y écrira.
        [busy] Rien à faire : il s’écrira dès que possible.
        [moving] Rien à faire : il s’écrira dès que possible.
       *[other] L’ancien fichier est intact. Libérez de la place ou vérifiez les droits du dossier, puis recommencez.
    }
fault-not-empty = Ce dossier contient déjà une école.
    .remedy = Choisissez un autre dossier.
fault-no-such-version = La version { $version } de ce fichier n’existe pas.
    .remedy = « arrimage versions » montre celles qui existent.
fault-no-such-template = Ce modèle n’existe pas.
    .remedy = Modèles : { $known }
fault-bad-theme = { $cause ->
    [base] Ce thème part de « { $value } », qui n’existe pas.
    [loop] Ce thème finit par partir de lui-même (« { $value } »).
    [role] Il manque le rôle « { $value } ».
    [colour] La couleur « { $value } » n’est pas dans la palette.
    [written] « { $value } » n’est pas une couleur.
   *[sixteen] « { $value } » n’est pas une des seize couleurs d’un terminal.
}
    .remedy = Un thème part d’un autre (« étend: clair ») et n’en change que ce qu’il veut; une couleur s’écrit ["#0b4f8a", blue].
fault-weak-contrast = Le rôle « { $role } » n’a qu’un contraste de { $contrast } : il se lira mal.
    .remedy = Foncez l’encre ou éclaircissez le fond, jusqu’à 4,5 au moins (7 au projecteur).
fault-bad-year = L’année scolaire « { $value } » ne se lit pas.
    .remedy = Écrivez deux années qui se suivent, comme 2026-2027.

## Quand le programme tombe
panicked = Arrimage s’est arrêté sur une erreur de sa part ({ $place }). Vos fichiers sont intacts; le texte en cours sera offert à la prochaine ouverture.

## Ligne de commande
usage-title = arrimage : le plan de déploiement et le tableau d’un comité d’insertion, au projecteur.
usage-open = ouvre l’école de ce dossier; sans dossier, celle d’ici, la dernière ouverte ou la démonstration
usage-linear = la même chose, ligne à ligne, pour un lecteur d’écran, le braille ou un script
usage-demo = ouvre la démonstration, remise à neuf
usage-wall = suit la rencontre sur un deuxième écran, au niveau du mur
usage-create = crée le dossier d’une école à partir d’un modèle
usage-templates = nomme les modèles
usage-verify = dit tout ce qui ne va pas : fichier, ligne, colonne, cause, remède
usage-show = montre une vue de l’école
usage-network = montre plusieurs écoles ensemble, en nombres d’où personne ne se reconnaît
network-title = Le réseau
network-school = École
network-group = Groupe
network-no-group = sans groupe
network-together = Ensemble
network-newcomers = Nouveaux
network-no-contact = Sans répondant
network-no-mentor = Sans mentor
network-no-tier = Sans palier
network-granted = Jours accordés
network-taken = Jours pris
network-last = Dernière régulation
network-rhythm = Rythme tenu
network-month = Ce mois-ci
network-issues = Enjeux par étape
network-rounds = 2e tour et plus
network-late = Étapes en retard
network-indicators = Indicateurs atteints
network-advice = Conseils
network-surveys = Sondages (réponses)
visit-begins = Lecture seule, comme au mur. q revient au réseau.
visit-read-only = Cette école est ouverte en lecture seule : rien n’y est écrit.
network-own-plan = Le déploiement
network-reading = Lecture : { $n } sur { $all } (Échap arrête)
network-stopped = Arrêté : { $n } sur { $all } (F5 relit)
network-search = Chercher :
network-hint-stop = arrêter
network-hint-all = tout revoir
network-hint-open = ouvrir
network-hint-page = page
network-hint-sort = trier
network-hint-search = chercher
network-hint-count = compter
network-hint-again = relire
network-hint-help = aide
network-hint-quit = quitter
network-help-plans = Étapes en retard, sur celles qui restent; indicateurs qui atteignent leur cible, sur ceux qui sont mesurés. Les lignes « Ensemble » d’un groupe comptent toutes ses écoles.
network-help-reading = Les nombres de personnes se montrent quand toutes les écoles sont lues : comptées une à une, elles se reconnaîtraient. Une lecture arrêtée ne les montre pas.
network-help-sort = ← et → choisissent une colonne; o trie du plus grand au plus petit, puis à l’envers, puis comme au début. Ce qui est masqué reste à la fin. f compte combien d’écoles ont chaque valeur de la colonne.
network-help-search = / cherche un nom ou un groupe, ou compte : nord, groupe:nord, retards>2, rythme:non, nouveaux>10.
network-help-open = Entrée ouvre l’école comme au mur, en lecture seule; q en revient. Rien n’est écrit chez elle.
network-rollout = Le déploiement : { $name }
network-phase = Étape
network-state = État
network-is-late = en retard
network-means = Moyens faits
network-days = Les journées : { $pane } sur { $planned } pour les PANE, { $mentors } sur { $planned } pour les personnes mentores
network-day = Jour
network-whose-day = Pour qui
network-there = Présences
network-followed = Les écoles suivies
network-accompanied = PANE
network-mentors = Personnes mentores
network-present = Présence aux journées
network-loads = La charge des PANE
network-pane-head = PANE
network-pane = PANE { $n }
network-schools = Écoles
network-people = Le nouveau personnel
network-plans = Les plans et les rencontres
network-mask = * : masqué, pour que personne ne se reconnaisse (moins de cinq, ou ce qui le redonnerait). Deux pages de jours ou d’écoles différentes se soustraient : ne les donnez pas ensemble.
network-unread = { $n ->
    [one] Une école ou un fichier reste dehors :
   *[other] { $n } écoles ou fichiers restent dehors :
}
network-kept-out = { $n ->
    [one] Une école garde ses chiffres.
   *[other] { $n } écoles gardent leurs chiffres.
}
network-read = { $n ->
    [one] Une école comptée.
   *[other] { $n } écoles comptées.
}
network-one-name = « { $name } » : { $n } écoles portent ce nom; elles sont numérotées dans l’ordre de leurs dossiers.
network-no-school = il n’y a pas d’école ici (ni plan.yaml ni suivi.yaml); « arrimage verifier » dit ce qu’il manque.
network-not-read = { $place } ne se lit pas; « arrimage verifier » dans ce dossier dit pourquoi.
network-newer = { $place } vient d’une version plus récente d’Arrimage : mettez celle-ci à jour.
usage-no-school-found = Aucune école à compter dans ces dossiers.
usage-change = change une valeur, par exemple : arrimage modifier . suivi n01.état "va bien"
usage-thread = raconte tout ce qui s’est dit d’une personne ou d’un enjeu, dans l’ordre
usage-note = ajoute une trace sur une personne (son identifiant, son alias ou son nom)
usage-versions = liste les versions gardées
usage-compare = dit en mots ce qui a changé : entre deux versions, ou d’une version à maintenant
usage-fuse = fusionne trois textes, pour git; code 1 et des marques là où deux personnes ont écrit autre chose
usage-purge = retire une personne pour toujours, versions comprises; --echues, toutes celles dont la conservation est échue
usage-consent = Sans clavier pour répondre, cette commande demande { $value }.
fuse-marks = { $file } : les deux textes sont entre des marques; gardez ce qu’il faut de chacun.
fuse-clashes = { $file } : { $n ->
    [one] un champ dit deux choses; choisissez entre les marques :
   *[other] { $n } champs disent deux choses; choisissez entre les marques :
}
usage-minutes = écrit le compte rendu d’une rencontre; sans nom de personne nouvelle, sauf --nominatif
usage-agreement = écrit l’entente d’une personne et de sa personne mentore, remplie ou à remplir à deux
usage-welcome = écrit la lettre de bienvenue d’une personne, d’après bienvenue.md si l’école en a une
letter-title = { $school } : bienvenue!
letter-hello = Bonjour { $name },
letter-arrived = Vous êtes parmi nous depuis le { $day }. Voici de quoi vous y retrouver.
letter-expected = Nous avons hâte de vous accueillir, le { $day }. Voici de quoi commencer.
letter-who = À qui poser vos questions
letter-contact = { $who }, qui veille sur votre arrivée
letter-mentor = { $who }, votre personne mentore
letter-first-days = Vos premiers jours
letter-time = Du temps pour vous
letter-release = { $n ->
    [one] Un jour de libération vous attend
   *[other] { $days } jours de libération vous attendent
}, pour vous déposer et planifier.
letter-support = Tout cela est du soutien, jamais de l’évaluation. Aucune question n’est trop petite.
usage-person = écrit ce que les fichiers disent d’une personne (pour une demande d’accès), sans les sondages ni les fiches des autres
usage-changes = ce qui a changé au tableau et au plan depuis un jour
usage-between = ce qui a changé d’un jour à l’autre, ou jusqu’à aujourd’hui
usage-dates = « { $value } » : dites jour-mois, mois-jour ou annee-mois.
usage-day = Ce n’est pas un jour : { $value }. Essayez 2026-10-15.
usage-export-plan-action = écrit le plan d’action : chaque étape avec ses moyens (--bref : sur une page, ce qui s’en vient)
usage-export-plan-action-bref = écrit, sur une page, les étapes du plan qui s’en viennent
usage-export-bilan = écrit le bilan de l’année, sans aucun nom; « arrimage bilan » aussi
usage-chart = écrit le graphique d’un indicateur, avec les nombres de l’écran (SVG)
usage-export-calendrier = écrit les rencontres, les actions et les dates du plan, pour un agenda (.ics)
usage-export-tableau = écrit le tableau pour un tableur; il revient par « importer »
usage-survey-import = prend les réponses d’un sondage (Microsoft Forms ou Google Forms) : des comptes, jamais des lignes
usage-survey-network = partage entre les écoles d’un réseau les réponses à un même formulaire, qui a une colonne d’écoles
usage-survey-school = Aucune colonne du formulaire ne dit l’école, ou plusieurs la disent. Nommez-la : --ecole "Titre". Il y a : { $value }.
network-survey-file = → { $file }
network-survey-few = moins de cinq réponses : rien n’est écrit chez elle
network-survey-kept = elle garde ses chiffres : rien n’est écrit chez elle
network-survey-unread = ne se lit pas : rien n’est écrit chez elle
network-survey-nobody = aucune réponse
network-survey-by = --croiser ne sert pas ici : chaque question est croisée par école.
network-survey-uncrossed = Par école, aucune question n’a assez de réponses pour être dite.
network-survey-none = Le réseau n’a pas de plan à lui (« réseau : accompagne ») : ses comptes se montrent ici, et ne sont gardés nulle part.
network-survey-unknown = { $n ->
    [one] Une réponse ne dit aucune école connue : elle compte pour le réseau seulement.
   *[other] { $n } réponses ne disent aucune école connue : elles comptent pour le réseau seulement.
} Les noms viennent des plans, des dossiers et de reseau.yaml (« autres_noms »).
network-survey-consent = Écrire ces sondages?
network-survey-failed = { $school } : { $why }
usage-survey-model = donne un questionnaire à coller dans Forms
usage-survey-show = montre un sondage à côté de celui d’avant et des comptes du CSSPS; « cssps » montre ces comptes seuls
usage-survey-what = « { $value } » : dites importer, modele ou montrer.
usage-survey-audience = « { $value } » : dites nouveaux, sans-mentor, mentors ou direction.
usage-survey-question = « { $value } » : écrivez --question "Titre=N4", avec le titre d’une question du fichier.
usage-survey-kind = « { $value } » n’est pas un genre de question : écrivez "Titre=choix", "Titre=choix multiples", "Titre=rangs", "Titre=échelle", "Titre=commentaires" ou "Titre=dehors".
usage-survey-unread = « { $value } » : le fichier n’a pas de question de ce titre, ou aucune de ses réponses ne se lit ainsi.
usage-survey-cross = On ne croise pas par « { $value } » : il faut une question de l’école, à une seule réponse, que deux à huit groupes partagent.
usage-survey-invited = --invites : { $value } personnes ont répondu; il en faut au moins autant d’invitées.
usage-import = prend une liste de personnel, ou le tableau revenu du tableur : montre ce qui change, puis demande
usage-column = Cette colonne n’est pas connue : { $value }. Écrivez --colonne "Titre=clé", la clé étant nom, fonction, bâtiment, arrivée…
usage-no-head = Aucune colonne du fichier n’a ce titre : { $value }.
unprinted = Le résultat n’a pas pu être écrit en sortie.
usage-format = Ce format ne va pas avec ce qui est demandé : { $value }.
usage-restore = remet une version en place; l’état d’avant est gardé
usage-schema = donne le schéma JSON d’un fichier, pour les éditeurs
usage-completion = affiche les complétions d’une ligne de commande : arrimage completion bash > ~/.local/share/bash-completion/completions/arrimage
usage-manual = affiche la page du manuel : arrimage manuel > arrimage.1
manual-name = NOM
manual-what = arrimage - le plan de déploiement et le tableau d’un comité d’insertion, au projecteur
manual-commands = COMMANDES
manual-status = CODE DE SORTIE
manual-files = FICHIERS
manual-files-what = Une école est un dossier : plan.yaml, suivi.yaml, regulations/, impacts/, sondages/, exports/, versions/. Rien n’est envoyé nulle part.
usage-status = Code de sortie : 0 tout va bien; 1 verifier a trouvé des erreurs; 2 mauvais usage, ou fichier illisible.
usage-see-help = « arrimage --help » montre toutes les commandes.
usage-missing = Il manque : { $value }
usage-no-value = Il manque une valeur après { $value }.
usage-value = Valeur inconnue : { $value }
usage-unknown = « { $value } » n’est pas connu ici.
usage-twice = { $value } ne va pas avec le reste de la commande.
usage-other = La commande n’est pas claire. { $value }
usage-view = « { $value } » n’est pas une vue. Vues : portrait, plan, tableau, rencontres, rencontre, impact, enjeux.
usage-since = --depuis { $value } ne va qu’avec « fil », « rencontres » et « changements ».
usage-schema-kind = « { $value } » n’a pas de schéma. Schémas : plan, suivi, regulation, impact, sondage, theme.
usage-empty-trace = Une trace dit au moins une chose : --note, --va-bien, --defi, --prochain-pas ou --soutien.
usage-needs-terminal = Pour ouvrir l’application : lancez « arrimage » dans une fenêtre de terminal.
usage-no-terminal = Cette fenêtre ne permet pas d’ouvrir l’application. Essayez une autre fenêtre de terminal.
ask-folder = Dans quel dossier?
ask-school = Comment s’appelle l’école?
ask-year-of-start = Pour quelle année scolaire, celle où le dispositif commence? Ce plan commence bien avant : une année plus proche le mettrait en retard.
ask-year = Pour quelle année scolaire?
ask-first-day = Premier jour d’école?
ask-last-day = Dernier jour d’école?
ask-breaks = Congés de l’école, du premier au dernier jour de chacun (les jours fériés sont connus)?
ask-template = Sur quel modèle ({ $known })?
ask-members = Un membre du comité, et son rôle (« Ana Roy, direction »; Entrée seule : c’est tout)?
ask-newcomers = Une personne qui arrive (Entrée seule : c’est tout)?
founding-place = Dans quel dossier? Entrée garde celui-ci.
founding-order = Quel ordre d’enseignement?
founding-template = De quel plan de déploiement partir?
founding-members = Qui est au comité? Une personne par ligne, avec son rôle : « Ana Roy, direction ».
founding-newcomers = Qui arrive cette année? Une personne par ligne : « Zoé Côté, enseignante, 27 août »; ou rien.
founding-empty = Partir de rien : un comité et ses rencontres, sans plan de déploiement
founding-no-day = Ce jour ne se lit pas. Écrivez par exemple { $day }.
founding-make = Créer l’école et commencer
founding-unnamed = Donnez d’abord un nom à l’école
founding-line = { $what } : { $said }
founding-nothing = —
founding-name = Nom
founding-folder = Dossier
founding-teaches = Ordre
founding-plan = Plan
founding-first = Premier jour d’école
founding-last = Dernier jour d’école
founding-committee = Comité
founding-people = Personnes qui arrivent
founding-cloud = Un dossier OneDrive ou Google Drive convient : chaque ordinateur du comité y voit la même école. Tout se change plus tard, sauf le dossier.
founding-later = Rien n’est écrit. E reprend où vous en étiez, tant qu’Arrimage reste ouvert.
keys-founding = Entrée : changer   o : créer   Échap : plus tard
school-typed = Un autre dossier…
school-which = Quel est le dossier de l’école?
school-not = { $place } n’est pas le dossier d’une école : il n’a ni plan.yaml ni suivi.yaml. E en crée une.
template-title = Modèle : { $title }
heading-questions = { $stage } ({ $done } sur { $all })
question-again = déjà répondu : { $answer }
field-progres-repere = Signe de progrès
field-progres-quand = Regardé le
field-progres = Progrès
field-sous-actions = Moyens
field-sous-actions-quoi = Quoi
field-sous-actions-qui = Qui
field-sous-actions-quand = Quand
field-sous-actions-etat = État
field-sous-actions-fait-le = Fait le
field-sous-actions-questions = Questions
heading-means = Moyen { $n } de { $count }
new-means = Nouveau moyen : quoi?
new-of-row = Ajouter à cette étape
serve-which = Quel enjeu cette étape sert-elle? (Échap : aucun, pour l’instant)
serve-issue = Servir l’enjeu « { $name } »
created = École créée dans { $place }. Ouvrez-la avec : arrimage { $place }
change-none = Rien à changer : la valeur est déjà celle-là.
verify-fine = Tout se lit, et tout se tient.
verify-summary = { $errors } erreur(s), { $remarks } remarque(s).

## Ce qu’il vaut la peine de regarder
advice-mend = À corriger
advice-consider = À considérer
advice-why = Pourquoi : { $reason } ({ $source })
advice-title = Vérifications de l’école
advice-question = Que vaut-il la peine de regarder?
advice-none = Rien à signaler.
advice-silenced = { $n ->
    [one] Une remarque passée sous silence par le plan.
   *[other] { $n } remarques passées sous silence par le plan.
}
advice-place = { $who } : { $sentence }
home-advice = { $n ->
    [one] Un point à regarder (écran 6)
   *[other] { $n } points à regarder (écran 6)
}
advice-sans-repondant = pas de personne répondante au comité.
    .reason = Le tableau doit d’abord répondre à une question : qui s’occupe de qui?
    .remedy = Choisissez une personne répondante.
advice-sans-mentor = pas de personne mentore.
    .reason = Le mentorat est la mesure la plus courante : 17 programmes sur 19 l’offraient, vers 2011.
    .remedy = Offrez un jumelage; la personne peut préférer s’en passer.
advice-sans-trace = { $days ->
    [0] on n’en a pas encore parlé.
    [one] on n’en a pas parlé depuis un jour.
   *[other] on n’en a pas parlé depuis { $days } jours.
}
    .reason = Chaque régulation part des traces de nos suivis.
    .remedy = Prenez des nouvelles, et laissez une trace, même courte.
advice-palier-3-sans-palier-1 = un soutien spécifique, sans aucun soutien universel.
    .reason = Ce qui est offert à tout le monde se vérifie avant de passer à un autre palier.
    .remedy = Ajoutez les modalités du palier 1 déjà reçues, ou offrez-les.
advice-liberation-non-accordee = aucun jour de libération accordé.
    .reason = Le plan prévoit des jours dès l’arrivée, pour se déposer et planifier.
    .remedy = Accordez les jours prévus, ou corrigez le plan.
advice-liberation-non-prise = des jours de libération accordés, aucun pris après deux mois.
    .reason = Ces jours servent surtout au début.
    .remedy = Offrez de les placer à l’horaire.
advice-mentor-qui-evalue = la personne mentore évalue aussi.
    .reason = Évaluer contredit le rôle de soutien et nuit au mentorat : il vaut mieux dissocier les deux.
    .remedy = Jumelez avec quelqu’un qui n’évalue pas. Si cette personne n’évalue pas, dites-le à F3 (Évalue).
trace-confidential = Ce qui se dit à une personne mentore reste entre elles.
advice-mentor-autre-batiment = la personne mentore travaille ailleurs ({ $building }).
    .reason = La proximité vient en tête de ce qui aide : 25 mentors sur 34, 86 mentorés sur 119, 20 directions sur 37.
    .remedy = Voyez s’il y a quelqu’un dans le même bâtiment, ou prévoyez des visites.
advice-mentor-sans-degagement = { $who } accompagne sans temps dégagé.
    .reason = Là où le mentorat est installé, deux jours par cycle lui sont réservés, environ 20 % de la tâche.
    .remedy = Inscrivez son dégagement, ou demandez-en.
advice-mentor-charge = { $who } accompagne { $n } personnes avec { $share } de dégagement.
    .reason = Avec environ 20 %, le plus qui ait été rapporté est de 13 personnes.
    .remedy = Partagez les jumelages, ou augmentez le dégagement.
advice-mentor-change-tot = une personne mentore a changé avant trois mois.
    .reason = Repère issu du mentorat d’élèves, par analogie : une relation si brève peut nuire au sentiment de compétence et à l’estime de soi.
    .remedy = Assurez-vous que le lien actuel a du temps devant lui.
advice-sans-regulation = { $days ->
    [0] Aucune régulation encore cette année.
   *[other] Aucune régulation depuis { $days } jours.
}
    .reason = Le comité a choisi un rythme, et la régulation doit être fréquente.
    .remedy = Commencez une rencontre (r), ou revoyez le rythme (F3).
advice-etape-4-sans-3 = « { $name } » est en place sans être passé par les pistes d’actions.
    .reason = L’étape 3 sert à chercher des idées et à confier des mandats.
    .remedy = Revenez à l’étape 3, ou notez ce qui a été fait.
advice-impact-sans-donnees = « { $name } » mesure son impact sans données de départ.
    .reason = L’impact se voit en comparant avec le début.
    .remedy = Écrivez les données initiales, même approximatives.
advice-etape-en-retard = « { $name } » est en retard.
    .reason = Un mandat précis a une date.
    .remedy = Cochez-la, reportez-la, ou abandonnez-la en disant pourquoi.
advice-etape-sans-responsable = « { $name } » n’a pas de responsable.
    .reason = Chaque étape des plans d’école nomme la personne qui la porte.
    .remedy = Choisissez qui s’en charge.
advice-etape-sans-date = « { $name } » n’a pas de date.
    .reason = Le plan d’une école primaire date chacune de ses neuf étapes; celui d’une école secondaire laisse la date à l’école.
    .remedy = Écrivez quand, même « mi-octobre ».
advice-plan-non-presente = Le plan n’a pas encore été présenté en CPE et en AG.
    .reason = Le plan d’une école secondaire le présente aux deux, le plus tôt possible.
    .remedy = Cochez l’étape qui le présente, ou ajoutez-en une qui nomme CPE et AG.
advice-sans-mesure-impact = L’impact n’a pas été mesuré cette année.
    .reason = Mesurer dit s’il faut poursuivre ou reprendre des étapes.
    .remedy = Ouvrez l’écran 5 et ajoutez une mesure.
advice-visees-absentes = { $done ->
    [0] Au plan ou dites par l’école : aucune visée sur { $all }. Pas encore : { $left }.
    [one] Au plan ou dites par l’école : une visée sur { $all }. Pas encore : { $left }.
   *[other] Au plan ou dites par l’école : { $done } visées sur { $all }. Pas encore : { $left }.
}
    .reason = Ce que cherchaient 19 programmes du Québec, vers 2011, selon leurs documents. Rien n’oblige.
    .remedy = Voyez Visées à l’écran 6; x dit ce que l’école fait.
advice-mesures-absentes = { $done ->
    [0] Au plan ou dites par l’école : aucune mesure sur { $all }. Pas encore : { $left }.
    [one] Au plan ou dites par l’école : une mesure sur { $all }. Pas encore : { $left }.
   *[other] Au plan ou dites par l’école : { $done } mesures sur { $all }. Pas encore : { $left }.
}
    .reason = Ce que faisaient 19 programmes du Québec, vers 2011, selon leurs documents; aucun effet n’a été mesuré.
    .remedy = Voyez Mesures à l’écran 6; Entrée en fait une étape, x dit ce que l’école fait.
advice-conditions-absentes = { $done ->
    [0] Dites par l’école : aucune condition sur { $all }. Pas encore : { $left }.
    [one] Dites par l’école : une condition sur { $all }. Pas encore : { $left }.
   *[other] Dites par l’école : { $done } conditions sur { $all }. Pas encore : { $left }.
}
    .reason = Caractéristiques d’un programme efficace, selon Cambier et ses collègues.
    .remedy = Voyez Conditions à l’écran 6; x dit ce que l’école fait.
weigh-judging = « { $word } » évalue : dites plutôt ce qui aiderait.
weigh-intimate = « { $word } » : est-ce nécessaire pour soutenir?
kept-until = Départ noté. La fiche est à conserver jusqu’au { $day } (règle de l’école).
kept-unsaid = Départ noté. Rien ne dit jusqu’à quand garder la fiche : voyez À conserver jusqu’au.
heading-privacy = Les renseignements personnels
field-responsable-prp-nom = Responsable de la protection
field-responsable-prp-courriel = Son courriel
field-conservation-apres-depart = Garder les fiches, après un départ
field-conservation-apres-arrivee = Garder les fiches, après une arrivée
advice-sans-regle-de-conservation = Rien ne dit combien de temps une fiche est gardée après un départ.
    .reason = Ce qui a servi se détruit ou s’anonymise : il faut une règle. À faire confirmer par la personne responsable.
    .remedy = Écrivez-la à F3 (« 1 an ») : la date sera proposée à chaque départ.
advice-sans-date-de-conservation = partie, sans date de conservation.
    .reason = Ce qui a servi se détruit ou s’anonymise. À faire confirmer par la personne responsable.
    .remedy = Écrivez À conserver jusqu’au, sur sa fiche.
advice-mot-qui-evalue = le mot « { $word } » évalue.
    .reason = Le soutien et l’évaluation se nuisent quand ils se mêlent.
    .remedy = Dites plutôt ce qui aiderait. Le mot reste si vous le gardez.
advice-mot-trop-intime = le mot « { $word } » est peut-être trop intime pour être écrit ici.
    .reason = On n’écrit d’une personne que ce qui est nécessaire pour la soutenir (principe de nécessité).
    .remedy = Gardez ce qui sert à soutenir. Le mot reste si vous le gardez.

## Indicateurs
field-calcul = Calculé des fichiers
reading-of = { $value } sur { $total }
reading-of-many = { $value } sur { $total } ({ $percent } %)
reading-start = Départ :
reading-now = Maintenant :
reading-target = Cible :
target-attained = La cible est atteinte.
target-ahead = La cible n’est pas atteinte encore.
chart-median = médiane { $value }
chart-median-plain = médiane
mark-step = étape { $before } → { $after }
mark-round = tour { $round } : on refait des étapes
chart-target = cible { $value }
chart-too-few = { $n ->
    [0] Aucun point encore.
    [one] 1 point : trop peu de points pour conclure.
   *[other] { $n } points : trop peu de points pour conclure (il en faut dix hors de la médiane).
}
chart-no-signal = { $n } points : rien que le hasard n’explique. Les hauts et les bas ne disent pas de changement.
chart-run = Un changement : { $n } points de suite du même côté de la médiane, plus que n’en fait le hasard.
chart-crossings = { $n ->
    [0] Un changement : la ligne ne traverse jamais la médiane, moins que le hasard ne le ferait.
    [one] Un changement : la ligne ne traverse la médiane qu’une fois, moins que le hasard ne le ferait.
   *[other] Un changement : la ligne ne traverse la médiane que { $n } fois, moins que le hasard ne le ferait.
}
levels-missing = Niveaux de Guskey sans indicateur : { $levels }

## Sondages
survey-audience-nouveaux = Nouveau personnel
survey-audience-sans-mentor = Nouveau personnel sans mentor
survey-audience-mentors = Personnes mentores
survey-audience-direction = Directions
survey-audience-autres = Autre public
survey-title = Sondage
survey-answers = { $n ->
    [0] aucune réponse
    [one] 1 réponse
   *[other] { $n } réponses
}
survey-rate = { $said } ont répondu
survey-reference = CSSPS, { $when }
survey-reference-note = CSSPS : Centre de services scolaire des Premières-Seigneuries. Des comptes pour comparer, pas une norme.
survey-several = plusieurs réponses permises
survey-ranks = 1er choix · 2e choix
survey-eight = 8 ou plus : { $said }
survey-median = médiane { $value }
survey-mean = moyenne { $value }
survey-nps = NPS { $score } (de 9 à 10 : { $promoters } · de 7 à 8 : { $passives } · 6 ou moins : { $detractors }; part des premiers moins part des derniers, sur une échelle qui d’habitude part de 0)
survey-nps-few = De 9 à 10 : { $promoters } · de 7 à 8 : { $passives } · 6 ou moins : { $detractors } (trop peu de réponses pour un score NPS)
survey-comments = Commentaires, sans ordre
survey-comments-kept = { $n ->
    [one] 1 commentaire : seule la direction le lit.
   *[other] { $n } commentaires, mêlés : seule la direction les lit.
}
survey-crossed = Selon « { $by } »
survey-too-few-to-cross = Trop peu de réponses dans chaque case pour les montrer sans dire de qui elles sont.
survey-group = { $group } ({ $n })
survey-withheld = { $n ->
    [one] Une réponse n’est pas montrée : son groupe en a moins de cinq, ou la ferait deviner.
   *[other] { $n } réponses ne sont pas montrées : leurs groupes en ont moins de cinq, ou les feraient deviner.
}
survey-will-cross = Les réponses seront aussi comptées selon « { $by } »; ce que moins de cinq personnes ont répondu reste caché.
survey-take = Prendre ce sondage : { $what }. Les lignes du fichier ne sont pas gardées, seulement les comptes.
survey-preview = Prendre un sondage
keys-survey-import = ↑↓ va à une ligne   Entrée la change   o prend le sondage   Échap annule
survey-unfinished = { $n ->
    [one] 1 ligne sans heure de réponse n’est pas comptée : réponse non terminée, ou total.
   *[other] { $n } lignes sans heure de réponse ne sont pas comptées : réponses non terminées, ou totaux.
}
survey-unnamed = { $n ->
    [one] 1 commentaire nommait quelqu’un : « … » remplace le nom.
   *[other] { $n } commentaires nommaient quelqu’un : « … » remplace les noms.
}
survey-counted = comptée
survey-not-counted = pas comptée
survey-kind-out = laisser dehors : cela dit qui a répondu
survey-kind-own = question de l’école, pas celle du catalogue
survey-dropped-one = Jamais gardé, parce que cela dit qui : { $head }
survey-repeats = Ligne { $line } : les mêmes réponses que la ligne { $first }
survey-trial = Ligne { $line } : un essai du formulaire
survey-kind = « { $question } » : comment a-t-on répondu?
survey-by-whom = Ont répondu : { $whom }
survey-on = Jour des réponses : { $day }
survey-invited = Personnes invitées : { $n }
survey-uncrossed = Comptées aussi selon : aucune question
survey-how = Pour changer ce qui a été compris : --genre "Titre=choix multiples", --question "Titre=N4", --compter-tout.
survey-replaces = Remplace ce que les mêmes personnes avaient répondu ce mois-là ({ $rate }); la version d’avant est gardée.
survey-left = Laissé de côté, pas une question : { $heads }
survey-undated = Le fichier ne dit pas quand on a répondu : le mois est celui d’aujourd’hui, à moins de dire --date.
survey-few = { $n ->
    [one] 1 réponse
   *[other] { $n } réponses
} : moins de cinq, seule la direction les lit.
survey-own = question de l’école
survey-which = Quel sondage? Le chemin du fichier de Forms (CSV ou Excel), ou déposez-le ici.
survey-whom = Qui a répondu à ce sondage?
survey-when = Quand a-t-on répondu? (le dernier jour)
survey-when-refused = Ce jour n’existe pas, ou n’est pas encore venu. Écrivez-le ainsi : 2026-10-26.
survey-hidden = { $n ->
    [one] Une ligne masquée dans le classeur est comptée aussi.
   *[other] { $n } lignes masquées dans le classeur sont comptées aussi.
}
survey-asked = À combien de personnes l’avez-vous envoyé? (vide : on ne sait pas)
survey-cross-by = Compter aussi les réponses selon une question?
survey-cross-none = Non
survey-consent = Écrivez « oui » pour prendre ce sondage, autre chose pour ne rien faire :
survey-done = Sondage pris : { $file }. Le fichier des réponses, lui, nomme peut-être des gens : effacez-le quand vous n’en avez plus besoin.
survey-compare-with = Comparer à quelle question du catalogue?
survey-model-nouveaux =
    Votre accompagnement cette année
    Quelques questions sur le soutien que vous avez reçu. N’écrivez pas votre nom : les réponses servent à ajuster le soutien, pas à évaluer qui que ce soit. Trois minutes.
survey-model-sans-mentor =
    Votre arrivée à l’école
    Quelques questions sur l’accueil que vous avez reçu. N’écrivez pas votre nom : les réponses servent à ajuster l’accueil, pas à évaluer qui que ce soit. Trois minutes.
survey-model-mentors =
    Votre rôle de personne mentore
    Quelques questions sur le temps, les conditions et la suite. N’écrivez pas votre nom : les réponses servent à ajuster le dispositif, pas à évaluer qui que ce soit. Cinq minutes.
survey-model-direction =
    Le mentorat dans votre école
    Quelques questions sur ce que vous observez. Ne nommez personne : les réponses servent à ajuster le dispositif. Trois minutes.
survey-model-foot =
    À la fin du formulaire, dites qui lira quoi : les comptes, le comité; les commentaires, la direction seulement.
    Dans Forms : ne demandez ni nom ni courriel, et décochez « Enregistrer le nom ». Gardez le texte des questions tel quel : Arrimage les reconnaît ainsi.
survey-how-choix = choix, une seule réponse
survey-how-choix-multiples = choix, plusieurs réponses
survey-how-rangs = classement, le plus important en premier
survey-how-echelle = échelle de 1 à 10
survey-how-commentaires = texte, facultatif
new-impact = Ajouter quoi?
new-impact-check = Une mesure de l’impact d’un enjeu
new-impact-indicator = Un indicateur
new-impact-scale = Un objectif à cinq niveaux
new-impact-survey = Un sondage, à partir du fichier de Forms
new-indicator-of = Un indicateur de quel enjeu?
new-scale-of = Un objectif de quel enjeu?
target-attained-short = Cible atteinte
target-ahead-short = Cible pas atteinte
scale-hint = n ajoute un objectif à cinq niveaux : à l’étape 3, écrivez d’avance ce qui serait attendu.
guskey-1 = réactions
guskey-2 = apprentissages
guskey-3 = soutien de l’école
guskey-4 = mise en pratique
guskey-5 = résultats
calcul-maintien = Toujours à l’école, de toutes les personnes arrivées
calcul-maintien-au-centre = Toujours au centre de services, quand on sait où
calcul-maintien-dans-la-profession = Toujours dans la profession, quand on sait
calcul-avec-repondant = Avec une personne répondante
calcul-avec-mentor = Avec une personne mentore
calcul-vont-bien = Vont bien
calcul-traces-du-mois = Avec une trace dans le mois
calcul-liberation-prise = Jours de libération pris, de ceux accordés
calcul-paliers-cibles = Avec plus que le palier universel
calcul-etapes-a-temps = Étapes du plan faites à temps, de celles dont le jour est venu
calcul-actions-a-temps = Actions faites à temps, de celles dont le jour est venu
rounds-round = tour { $n }
review-here = À l’école
survey-asked-few = { $n ->
    [one] Une personne a répondu : il en faut au moins autant d’invitées.
   *[other] { $n } personnes ont répondu : il en faut au moins autant d’invitées.
}
field-close = Conclue
field-fait-le = Faite le
impact-surveys = Sondages
impact-references = Pour comparer
field-invites = Personnes invitées
field-repondants = Réponses
field-public = Public
field-sondage = Sondage
document-survey = sondage { $day }
ask-archive-survey = Enlever le sondage « { $name } »? Ses versions restent.
field-code = Question du catalogue

# --- line by line, for screen readers and braille
linear-how = Une question à la fois. Entrée passe, ou garde ce qui est là. Une ligne qui commence par « / » est une commande : /aide les dit, /relire relit la page, /suivant et /précédent vont d’une personne à l’autre, /quitter quitte.
linear-help = Une commande se dit par sa touche (/u) ou par un mot de son nom (/annuler). Partout : /suivant et /précédent dans une rencontre, /accueil, /tableau, /plan, /régulations, /impact, /annuler, /rétablir, /niveau, /exporter, /quitter. Pour l’écoute : /relire relit la page, /effacer vide ce qui est demandé, /liste dit tous les choix; deux barres écrivent un texte qui commence par une barre. Ici :
linear-again = relire
linear-clear = effacer
linear-all = liste
linear-blank = Rien ne s’affiche. Entrée pour revenir.
linear-not-here = Ceci ne se règle qu’à l’écran.
linear-pause = Entrée pour continuer.
linear-open = Un numéro, de 1 à { $n }, pour ouvrir.
linear-back = Entrée pour revenir.
linear-unknown = « { $said } » n’est pas une commande d’ici. /aide les dit.
linear-now = { $title } (actuellement : { $value })
linear-last = { $title } (la dernière fois : { $value })
linear-cell = { $title } : { $value }
linear-several = Plusieurs numéros ou plusieurs mots, séparés par des virgules, remplacent ce qui est là.
linear-many = { $n } choix : un numéro ou un mot; /liste les dit tous.
linear-number = Répondez par un numéro, ou Entrée pour passer.
linear-yes-no = oui ou non?
linear-no-choice = « { $said } » n’est pas un des choix, ou en désigne plusieurs.
linear-no-such-name = « { $said } » n’est pas dans la liste, ou y désigne plusieurs choses. Pour l’écrire quand même : +{ $said }
linear-preview = oui : prendre; un numéro : changer cette ligne; non : laisser.
linear-present = { $name } : { $state }. Oui si ici, non si pas là.
linear-row = Étape du plan : { $row }, { $when } ({ $state }). Est-ce fait, oui ou non?
linear-nothing = Rien à faire ici.
linear-left = Laissé tel quel.
linear-which = De qui, ou de quoi? Ouvrez d’abord une ligne par son numéro.
linear-no-line = Aucune ligne n’a ce numéro.
linear-sides = 1 ou 2; Entrée : plus tard.
hidden-direction = Réservé à la direction : F4 change qui lit l’écran.
open-waits = On attend { $file }, qui est resté dans le nuage…
blank-how = une touche pour revenir
projector-by-level = Une rencontre est en cours : F4 change qui lit l’écran.
ask-level-down = Une rencontre est en cours. Montrer à l’écran : { $about }?
ask-quit-meeting = Quitter Arrimage au milieu de la rencontre? Elle est gardée telle quelle; r la reprend où vous êtes.
ask-measure-early = Cet enjeu n’en est pas encore à la régulation. Mesurer son impact quand même? Il n’avancera qu’à la conclusion.
hint-board-back = revenir
typed-outside-meeting = Vous tapiez hors d’un champ : rien n’a été fait. n pour une note.
typed-letters = Vous tapiez hors d’un champ : n pour une note.
typed-outside = Vous tapiez hors d’un champ : rien n’a été fait. Entrée ouvre celui du curseur.
found-waits = Un texte retrouvé attend que l’écran ne soit plus au mur (F4).
left-open = La rencontre du { $day } n’a pas été close.
left-open-resume = Reprendre celle du { $day }
left-open-replace = En commencer une autre (celle-là reste dans versions/)
left-open-drop = La jeter (elle reste dans versions/)
left-open-dropped = La rencontre laissée ouverte est gardée dans versions/; u la ramène.
names-somebody = Ce texte nomme quelqu’un : il ne s’ouvre pas au mur. Suppr le retire; F4 change qui lit l’écran.

prp-title = Renseignements personnels du tableau de suivi, { $year }
prp-confirm = À faire confirmer par la personne responsable de l’accès et de la protection des renseignements personnels du centre de services. Ce document prépare; il n’est pas un avis juridique.
prp-foot = À faire confirmer par la personne responsable de l’accès et de la protection des renseignements personnels. Du soutien, jamais d’évaluation.
prp-what = À quoi sert ce dossier, et ce qu’il en est
prp-what-purpose = Accueillir et soutenir le nouveau personnel : savoir qui s’occupe de qui, comment va chaque personne, et de quoi elle a besoin.
prp-what-no-score = Aucune cote, aucun rang, aucun jugement de compétence : le format n’en contient pas, et rien n’en est calculé.
prp-what-place = Des fichiers texte dans un dossier que l’école choisit, sur ses ordinateurs ou dans son espace partagé.
prp-what-network = L’application n’envoie rien et ne reçoit rien : elle n’ouvre aucune connexion.
prp-what-outside = Si le dossier est dans un espace infonuagique, il faut savoir où sont les données. Hors du Québec, une évaluation précède (art. 70.1).
prp-what-levels = Trois niveaux d’écran (direction, comité, mur) cachent ce qui est montré. Ils ne verrouillent pas les fichiers : c’est le mot de passe de la session et les droits du dossier qui le font.
prp-what-versions = Chaque état des fichiers est gardé dans le dossier (versions/), pour que rien ne se perde.
prp-what-state = Ce qui est en train d’être écrit, et de quoi annuler, est gardé sur chaque ordinateur, hors du dossier.
prp-fields = Les champs, et qui les voit à l’écran
prp-fields-note = Seuls les champs nécessaires se remplissent (art. 64). Le nombre dit combien de fiches ont ce champ.
prp-seen-by = Vu à l’écran
prp-held = Fiches
prp-notice = Avis à remettre à chaque nouvelle personne
prp-notice-note = Modèle, d’après l’article 65. Complétez-le avec la personne responsable.
prp-notice-body = Qui recueille : l’école ({ $school }), pour son centre de services.
prp-notice-purposes = Pourquoi : vous accueillir, vous jumeler, répondre à vos besoins. Jamais pour vous évaluer.
prp-notice-means = Comment : ce que vous dites, et ce que le comité d’insertion note en rencontre.
prp-notice-free = Vous pouvez choisir de ne pas répondre. Sans réponse, le comité soutient avec ce qu’il sait.
prp-notice-access = Qui y a accès : la direction et les membres du comité d’insertion. Ce qui se dit à votre personne mentore n’est pas demandé.
prp-notice-kept = Combien de temps : { $rule }
prp-notice-rights = Vos droits : lire ce qui est écrit de vous, et le faire corriger (art. 83 et suivants).
prp-notice-asked = { $who }
prp-inventory = Pour l’inventaire de l’organisme
prp-inventory-name = Nom du fichier
prp-inventory-name-said = Tableau de suivi du nouveau personnel, { $school }
prp-inventory-purpose = Fins
prp-inventory-about = Personnes visées
prp-inventory-about-said = Le nouveau personnel, quelle que soit la fonction; les membres du comité, par leur nom et leur rôle.
prp-inventory-where = Lieu et support
prp-inventory-who = Qui y a accès
prp-inventory-who-said = La direction, les membres du comité d’insertion, le secrétariat s’il tient le tableau.
prp-inventory-kept = Durée de conservation
prp-inventory-source = Provenance
prp-inventory-source-said = La personne elle-même, le comité, la liste du personnel.
prp-retention = Conservation
prp-retention-proposed = À chaque départ, la date est proposée d’après la règle, et se change sur la fiche.
prp-retention-purge = À l’échéance, « purger --echues » montre ce qui part, puis l’efface des fichiers et de toutes leurs versions. Le registre garde la date, le nombre et la règle, sans nom (art. 73).
prp-retention-unreached = Ce que la purge n’atteint pas : les autres ordinateurs (leurs textes en cours et leurs annulations), les corbeilles, les sauvegardes, un historique git, les copies remises.
prp-incident = Fiche d’incident de confidentialité
prp-incident-note = Les champs du registre (art. 63.11; règlement A-2.1, r. 3.1, art. 7). Les avis se donnent avec diligence si le risque de préjudice est sérieux (art. 63.8).
prp-incident-data = Renseignements touchés
prp-incident-what = Circonstances
prp-incident-when = Date ou période
prp-incident-known = Date où on l’a su
prp-incident-people = Nombre de personnes
prp-incident-risk = Ce qui fait croire, ou non, à un risque de préjudice sérieux
prp-incident-notices = Dates des avis (à la Commission, aux personnes, public)
prp-incident-measures = Mesures prises
prp-known = Ce qui est su, et ce qui reste à confirmer
prp-known-tested = Vérifié par les essais du programme
prp-known-network = Aucune connexion n’est ouverte.
prp-known-minutes = Le compte rendu sans noms remplace les noms des personnes nouvelles, sous les formes courantes; ce qui ressemble à un nom et resterait est montré à la clôture.
prp-known-purge = Une purge retire la personne des fichiers et de toutes leurs versions.
prp-known-access = La fiche d’une personne contient tout ce que les fichiers et les versions disent d’elle.
prp-known-asked = À faire confirmer
prp-ask-efvp = Une évaluation des facteurs relatifs à la vie privée est-elle requise (art. 63.5)?
prp-ask-place = Où le dossier peut-il être gardé, et qui peut l’ouvrir?
prp-ask-retention = La durée de conservation, selon le calendrier de l’organisme.
prp-ask-notice = Le texte de l’avis, et comment il est remis.
prp-ask-access = Comment les demandes d’accès et de rectification arrivent et sont répondues (au plus tard vingt jours, art. 98).
privacy-officer = Personne responsable : { $who }
privacy-officer-unsaid = Personne responsable : ……………………………………
privacy-rule = { $rule } après un départ
privacy-rule-arrival = { $rule } après une arrivée
privacy-rule-unsaid = …………………… (à fixer avec la personne responsable)
publish-dossier-prp = Dossier pour la protection des renseignements, { $form }
usage-export-dossier-prp = écrit le dossier pour la personne responsable de la protection des renseignements
usage-privacy-file = écrit le dossier pour la personne responsable de la protection des renseignements
usage-rectify = retire des mots d’un champ d’une personne, dans les fichiers et dans toutes leurs versions
rectify-question = Retirer « { $words } » du champ « { $field } », dans les fichiers et dans toutes leurs versions? Cela ne s’annule pas.
rectify-consent = Écrivez « oui » pour retirer ces mots, autre chose pour ne rien faire :
rectify-which = Quels mots retirer de ce champ et de toutes ses versions?
rectified = { $n ->
    [one] Un fichier ou une version est rectifié. Le registre en garde une ligne, sans les mots.
   *[other] { $n } fichiers et versions sont rectifiés. Le registre en garde une ligne, sans les mots.
}
rectify-left = Ces mots sont encore ailleurs, où rien n’a été retiré : { $files }.
fault-no-words = Rien ne dit « { $value } » dans ce champ.
    .remedy = Écrivez les mots comme ils sont écrits, et le champ par son nom dans le fichier (note, défi, objectif…).
action-rectify = Rectifier : retirer des mots de ce champ et de ses versions
