# Arrimage’s sentences, in the English of Québec schools. One sentence per line; the remedy of a fault follows its cause.

## Everyday words
decimal = .
thousands = ,
first-of-month = 1
months = January February March April May June July August September October November December
months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
weekdays-short = Mon Tue Wed Thu Fri Sat Sun
date-long = { $month } { $day }, { $year }
date-full = { $weekday }, { $month } { $day }, { $year }
date-medium = { $shortweekday }, { $shortmonth } { $day }, { $year }
date-short = { $shortmonth } { $day }
date-month = { $month } { $year }
date-month-short = { $shortmonth } { $year }
date-short-year = { $shortmonth } { $day }, { $year }
clock = { $twelve }:{ $minute } { $half }
clock-hour = { $twelve } { $half }
word-va-bien = going well
word-a-surveiller = to watch
word-a-suivre = to watch
word-plus-de-soutien = more support
word-non-connu = not known
word-universel = universal
word-cible = targeted
word-specifique = specific
word-a-faire = to do
word-en-cours = under way
word-fait = done
word-reporte = put off
word-abandonne = dropped
word-primaire = elementary
word-secondaire = secondary
word-autre = other
word-structure = structure
word-pratiques = practices
word-proportion = proportion
word-nombre = number
word-echelle = scale
word-oui-non = yes or no
word-hausse = up
word-baisse = down
word-oui = yes
word-non = no
word-en-partie = in part
word-trop-tot = too early
word-poursuivre = continue
word-ajuster = adjust
word-refaire = redo
word-premier-changement = first change
word-fin-de-seance = end of session
word-cloture = closing
word-version-nommee = named version
word-avant-un-changement-venu-d-ailleurs = before a change from elsewhere
word-avant-une-fusion = before a merge
word-avant-une-restauration = before a restore
word-avant-une-reecriture = before a rewrite
word-entree = Enter
word-echap = Esc
word-espace = Space
word-suppr = Del
word-effacer = Backspace
word-maj-tab = Shift-Tab
word-pgprec = PgUp
word-pgsuiv = PgDn
word-debut = Home
word-fin = End
word-enjeux = Issues
word-besoins = Needs
word-pistes-d-actions = Possible actions
word-pistes = Ideas
word-mise-en-place = Setting up
word-en-place = Set up
word-regulation = Regulation
word-mesurer-l-impact = Measuring impact
word-impact = Impact
word-maintien = staying
word-avec-repondant = with a contact
word-avec-mentor = with a mentor
word-vont-bien = going well
word-traces-du-mois = traces in the month
word-liberation-prise = release days taken
word-paliers-cibles = targeted tiers
word-etapes-a-temps = rows on time
word-actions-a-temps = actions on time
today = today
tomorrow = tomorrow
yesterday = yesterday
hours = { $from } to { $to }
days-ago = { $n } days ago
never = never
nothing = nothing
somebody = somebody
no-name = (nothing)
pass-over = (not known yet)
no-one = ! none
yes = yes
no = no
present = here
absent = not here
hidden = (hidden)
place = { $file }, line { $line }, column { $column }
since = since { $day }
rank-of = { $rank } of { $count }
board-unread = not read
people-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
people-coming = { $n ->
    [one] one still to arrive
   *[other] { $n } still to arrive
}
rows-count = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
by-committee = comité
question = Question
quoted = “{ $text }”
demo-mark = Fictional school
demo-mark-short = fictional
demo-changed = The demonstration was changed. Type “oui” for a fresh one (this one is kept beside it), anything else to go on with it:
demo-kept-name = demonstration of { $when }
demo-kept = The earlier demonstration had been changed: it is kept in { $place }.

## Screens
screen-home = Home
screen-plan = Plan
screen-board = Board
screen-meetings = Meetings
screen-impact = Impact
screen-landmarks = Landmarks
screen-versions = Versions
level-direction = Principal
level-direction-about = everything
level-comite = Committee
level-comite-about = names, needs and traces
level-projete = Wall
level-projete-open = an alias, { $list }; the rest is hidden
level-projete-about = an alias; the rest is hidden
choose-level = Who is reading the screen?
instance-comite = Regulation of the committee
instance-cpe = Sitting of the CPE
instance-ag = General assembly
instance-pane-day = Day of the PANE
instance-mentor-day = Day of the mentors
sitting-not-theirs = The board and the last regulation belong to the committee.
sitting-on-wall = A sitting is held on the wall, from beginning to end.
portrait-masked = By state, they are too few to be told here.
new-year-broken = The plan or the board is not read: mend it first, the year begins then.
round-empty = Nobody is on the board for now.
day-about = on the wall; attendance and follow-up
sitting-about = on the wall; data, issues, sums, what comes next; no name
choose-meeting-level = Who will read the screen during the meeting?
too-small = The window is too small. Make it larger, or make the letters smaller (at least 40 columns by 12 lines).
files-broken = { $n ->
    [one] ! A file cannot be read (? to see): { $first }
   *[other] ! { $n } files cannot be read (? to see): { $first }
}
support-not-evaluation = Support, never evaluation.

## 1 Home
home-cycle = The cycle
home-newcomers = New staff
home-to-do = To do
since-check = Impact measured: { $issue }
since-row = Done: { $what }
since-trace = { $name }: a trace ({ $by })
since-state = { $name }: { $state }
since-left = { $name } has left.
since-arrived = { $name } is at the school.
home-since = Since { $day }
home-more = +{ $n } ↓
home-nothing-to-do = Nothing open for now.
start-committee = The committee: who is on it, with what role (Enter, or F3)
start-people = The people who arrive: Enter adds one; I imports a list
start-meeting = The first meeting: r
demo-begin = Fictional school. r: try a meeting · E: make my school · O: open a folder
home-no-issue = No issue yet: n names one.
home-release = Release days: { $n ->
    [one] { $taken } taken of { $granted }
   *[other] { $taken } taken of { $granted }
}
home-release-unread = Release: not read
home-funds-unread = Funds: not read
fund-left = $ { $left } left of $ { $sum }
home-funds = Funds: ${ $left } free of ${ $sum }
home-last-meeting = { $n ->
    [0] Last regulation meeting today (frequency: { $rhythm })
    [1] Last regulation meeting yesterday (frequency: { $rhythm })
   *[other] Last regulation meeting { $n } days ago (frequency: { $rhythm })
}
home-release-short = Days taken { $taken }/{ $granted }
home-funds-short = $ left { $left }/{ $sum }
home-last-meeting-short = { $n ->
    [0] Met today
    [1] Met yesterday
   *[other] Met { $n } d ago
}
home-next-meeting-short = Next: { $day }
home-next-meeting-unset-short = Next: to be set
home-no-meeting = No regulation meeting yet
home-next-meeting = Next meeting: { $day }
home-next-meeting-unset = Next meeting: to be set
issue-round = { $name } (round { $round })
late = ! late
late-count = { $n ->
    [one] ! { $n } late
   *[other] ! { $n } late
}
no-contact = no contact person
no-contact-coming = { $name } (arrives on { $day })
no-contact-arrived = { $name } (arrived { $day })
due-welcome = { $who } · { $what } (and { $n } more)
due-sign = { $who } · look at the progress: { $what }
due-first = first
due-row = Plan: { $what }
due-check = Measure the impact: { $what }

new-issue = New issue: what is it called?
new-indicator = New indicator: what question does it answer?
scale-levels = much less than expected; a little less than expected; a little more than expected; much more than expected
new-scale = New objective: what does the expected result look like (level 0)?
new-scale-choice = An objective with five levels, written beforehand
new-indicator-choice = An indicator: a question and numbers
new-of-issue = Add what to this issue?
new-recommendation = New recommendation of the committee: which one?
new-welcome-step = New step of the welcome: what is done?
heading-welcome-steps = The welcome of whoever arrives (made for each person added)
welcome-usual = ▸ the suggested list, { $n } steps: Enter to read it, or to take it and change it
welcome-roles = répondant; mentor; direction; secrétariat
welcome-for-jobs = for: { $jobs }
ask-welcome-usual = Write these steps into your plan to change them? Those who arrived keep theirs.
new-fund = New sum: where does it come from?
new-member = New committee member: what is the name?
choose-row-issue = Which issue does this row of the plan serve?

## 2 Plan
plan-title = What are we doing, and when?
plan-empty = No row to show. Esc removes the filters; n adds a row.
column-state = State
column-title = Row
column-intentions = Intentions
column-leads = Lead
column-people = People involved
column-when = When
column-cycle = Cycle
column-comments = Comments
sorted-by-date = by date
sorted-latest-first = latest first
filter = Search (accents and capitals do not matter)
filter-issue = Show which issue?
filter-step = Show which step of the cycle?
all-issues = All issues
all-steps = All steps
new-row = New row of the plan: what will you do?
sheet-row = Row { $id } of the plan
heading-cycle-entry = Place in the cycle

## 3 Board
board-title = How are they doing? What might they need?
filter-board = Search: words, or “palier:ciblé -mentor:luc sans:trace jours>1 arrivée:2026-08..2026-10”
filter-hides = { $n ->
    [0] everybody matches
    [one] { $n } hidden (Esc)
   *[other] { $n } hidden (Esc)
}
filter-unknown = “{ $word }” is understood by no column
filter-guessed = “{ $said }”: { $column }
found-trace = trace { $day }
found-in = Found in “{ $place }”: { $text }
marked-count = { $n ->
    [one] { $n } marked
   *[other] { $n } marked
}
column-follows = “{ $column }” is calculated: nothing to write there.
left-follows = Days left are calculated: write in “{ $column }”.
nothing-to-edit = F2 edits a cell or a field. Themes are on Ctrl-T.
weekend = that is the weekend
hidden-column = This column is hidden on the wall.
columns-wide = Columns · wide screen
columns-narrow = Columns · narrow screen
new-column = Name of the school’s new column
keys-columns = Space shows or hides   Enter keeps   n new   r renames   t kind   Del deletes   ←→ moves   + − width   Tab: the other screen
column-given = “{ $column }” is a column of the format: it can be hidden (Space), not renamed or deleted.
column-kind = “{ $column }”: what kind of values? (on a wall, the column is masked)
column-there = There is already a column “{ $column }”: this list shows and hides it (Space).
column-choices = The choices of “{ $column }”, one a line or parted by commas
column-rename = New name of the column
column-delete = { $n ->
    [0] Delete the column “{ $column }”? It is empty.
    [one] Delete the column “{ $column }”, with one value? (u brings it back)
   *[other] Delete the column “{ $column }”, with { $n } values? (u brings it back)
}
own-kind-texte = text
own-kind-choix = a choice in a list
own-kind-date = a date
own-kind-nombre = a number
own-kind-oui-non = yes or no
choose-view = Which view? (its number shows it)
view-whole = The whole board
view-no-contact = Without a contact
view-arrivals = Arrivals this month
view-watch = To watch
view-keep = Keep the board as it is shown…
view-forget = Forget “{ $name }”
view-numbered = kept view no. { $n }
view-name = Name of the view
view-shown = View “{ $name }” (v: the others)
view-kept = The view “{ $name }” is kept for this school.
view-given = A view of that name comes with Arrimage already: give “{ $name }” another name.
keys-cell = Enter: keeps, goes down   Tab: the next   F2: correct or choose   Esc cancels
as-typed = as you typed it
sort-none = In the order of the file
sorted-up = ▲
sorted-down = ▼
choose-sort = Sort by which column? The same one a second time: the other way.
choose-count = Count which column?
count-title = { $column }: { $n ->
    [one] { $n } person
   *[other] { $n } people
}. Enter shows those.
paste-where = Paste a value into a cell (→), or a list with names here, on the Name column.
for-marked = What you write goes to the { $n } marked people (Space marks, Esc unmarks).
for-marked-one = What you write goes to { $who }, who is marked (Esc unmarks).
clear-marked = Clear this column for the marked people, and not here: { $who }?
paste-nothing = Nothing changes: it is all there already, or there is nothing to paste.
nothing-above = There is nothing above to copy down.
paste-ask = { $n ->
    [one] Paste one value? Here is what changes:
   *[other] Paste { $n } values? Here is what changes:
}
paste-refused = { $n ->
    [one] One value does not suit its column, and stays out: “{ $first }”.
   *[other] { $n } values do not suit their column, and stay out. The first: “{ $first }”.
}
paste-outside = { $n ->
    [one] One line has nobody opposite, and stays out. To add somebody, paste the list on the Name column.
   *[other] { $n } lines have nobody opposite, and stay out. To add people, paste the list on the Name column.
}
paste-erases = { $n ->
    [one] One empty cell in what was pasted: erase it on the board too?
   *[other] { $n } empty cells in what was pasted: erase them on the board too?
}
keys-ask-erase = o: erase them   Esc: leave them
copied = { $n ->
    [one] Copied.
   *[other] Copied: { $n } lines.
}
copied-cells = { $n ->
    [one] One cell copied.
   *[other] { $n } cells copied.
}
cut-cells = { $n ->
    [one] One cell cut: paste it elsewhere (Ctrl-V).
   *[other] { $n } cells cut: paste them elsewhere (Ctrl-V).
}
block-count = { $n } cells, { $filled } filled
block-sum = sum { $sum }
block-refused = { $n ->
    [one] One cell could not be written (“{ $first }”).
   *[other] { $n } cells could not be written (the first: “{ $first }”).
}
clipboard-none = Pasting goes through the terminal here: Ctrl-Shift-V, or Cmd-V on a Mac.
mouse-off = The mouse belongs to the terminal: select and copy as elsewhere. F12 takes it back.
mouse-on = The mouse belongs to Arrimage: click the tabs, the lines, the keys.
new-year-question = Begin the year { $to }? ({ $from } ends)
new-year-staying = { $n ->
    [0] Nobody begins another year of induction.
    [one] One person begins another year of induction.
   *[other] { $n } people begin another year of induction.
}
new-year-states = { $n ->
    [0] No state is to be said again.
    [one] One state is to be said again: it becomes “not known”.
   *[other] { $n } states are to be said again: they become “not known”.
}
new-year-past = Five years of induction are over for: { $who }. Say on the board that they left (Delete) when you wish.
new-year-rows = { $n ->
    [0] No row that is done or dropped leaves the plan.
    [one] One row, done or dropped, leaves the plan.
   *[other] { $n } rows, done or dropped, leave the plan.
}
new-year-carried = { $n ->
    [0] No open row remains
    [one] One open row remains
   *[other] { $n } open rows remain
}; { $issues ->
    [0] there is no issue.
    [one] the issue goes on with its round.
   *[other] the { $issues } issues go on with their rounds.
}
new-year-undated = { $n ->
    [one] One date of the year that ends is taken off what stays: to be said again.
   *[other] { $n } dates of the year that ends are taken off what stays (rows, means, next steps): to be said again.
}
new-year-releases = { $n ->
    [one] The release days of one person are to be granted again.
   *[other] The release days of { $n } people are to be granted again.
}
new-year-funds = { $n ->
    [one] One source of money stays, its amount is to be said again.
   *[other] { $n } sources of money stay, their amounts are to be said again.
}
new-year-welcomes = { $n ->
    [one] The welcome of one person, which was not finished, is put away.
   *[other] The welcomes of { $n } people, which were not finished, are put away.
}
new-year-kept = Every file is first kept under the name of the year that ends (screen 7). Meetings, traces and people who left stay where they are.
new-year-consent = Begin the new year? (oui/non)
new-year-none = Nothing changed.
new-year-unknown = The plan does not say which year it is of: write it first (F3), as 2026-2027.
usage-new-year = begins a new school year, once what changes was shown
action-new-year = Begin a new school year
new-guiding-question = Which question to add to this stage?
process-title = Our process
process-none = This plan has no questions to answer yet: the template “programme” and screen 6 offer some.
process-unanswered = Not answered yet.
publish-demarche = Process, questions and answers, { $form }
usage-export-demarche = writes the questions that the school answers, stage by stage, with its answers
analogy-brief = analogy (pupils)
analogy-whole = A landmark from accompanying pupils: for adults, only an analogy.
issue-data = What our data tell already
issue-data-portrait = New staff:
issue-data-start = At the start:
pairing-title = Pairing: { $who }
pairing-agree = Write the agreement of the pair (twelve questions, for the two)
pairing-agreement = Show the agreement of the pair
pairing-other = Somebody else: type the name
pairing-risks = Look at the nine risks of a pairing
pairing-risks-seen = { $n } of { $all }
pairing-risks-title = Risks of the pairing: { $who }
heading-risks = Risks of the pairing, as the committee sees them
field-risques = Risks of the pairing
field-risques-risque-1 = Risk: mentor ill equipped
field-risques-risque-2 = Risk: pair that does not suit
field-risques-risque-3 = Risk: schedules that do not meet
field-risques-risque-4 = Risk: conformism
field-risques-risque-5 = Risk: ready-made answers
field-risques-risque-6 = Risk: imposed participation
field-risques-risque-7 = Risk: support mixed with evaluation
field-risques-risque-8 = Risk: cronyism
field-risques-risque-9 = Risk: saviour mentor
pairing-sources = What is worth looking at in a pairing
pairing-same-building = { $building } (the same)
pairing-release = released: { $share }
pairing-since = since { $day }
pairing-evaluates = evaluates: the two roles are better kept apart (S000-15)
pairing-proximity = Being close is what counts most for those whom the guide surveyed: 86 of 119 mentored people and 25 of 34 mentors name it first (S001-07, S001-08). What follows is looked at together; nothing is counted.
agreement-made = The questions of the agreement are there. Write only what both accept to leave; F6 prints it for the two.
agreement-title = Agreement of a pair
agreement-between = Between { $who } and { $mentor }
agreement-day = Date: { $day }
agreement-review = Looked at again in the middle of the year: { $day }
agreement-theirs = This agreement belongs to the two. The school keeps that it exists, its date and that of its review; what is said when they meet is never asked.
agreement-room = ……………………………………………………
heading-agreement = Agreement of the pair: { $n } of { $all }
field-entente = Agreement of the pair
field-entente-date = Agreed on
field-entente-revue-le = Looked at again on
field-entente-reponses = Answers
field-entente-reponses-question = Question
field-entente-reponses-repere = Landmark
field-entente-reponses-reponse = Answer
pair-counted = { $n ->
    [one] 1 meeting
   *[other] { $n } meetings
} in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
pair-rhythm = agreed: { $rhythm }
action-pair = Show the pair: who accompanies, the agreement, what to look at
hint-pair = pairing
pair-no-mentor = This person has no mentor: write one on the sheet first.
pair-met = { $who } and the mentor met today: for how long? Comma, then the theme if both agree
nothing-to-take-off = This line is not taken off: Enter changes it, and a field left empty is cleared.
pair-no-length = Write a length first (30 min, 1 h 15).
pair-noted = Noted: they met on { $day }. What was said stays between them.
pair-seen = met { $n ->
    [one] once
   *[other] { $n } times
}, last on { $day }
heading-pair-meetings = { $n ->
    [one] The pair met once
   *[other] The pair met { $n } times
}
field-accueil = Welcome
field-accueil-quoi = What
field-accueil-qui = by whom
field-accueil-moment = at which moment
field-accueil-pour = for which jobs (words)
field-accueil-quand = for when
field-accueil-etat = State
field-accueil-fait-par = Done by
field-accueil-fait-le = Done on
field-accueil-reste = Welcome to do
field-identifier = Identifier of the record
welcome-far = Welcome: { $settled } of { $all }
welcome-late = { $n } late
welcome-made = The list of the welcome is made: tick it with x, or change it.
welcome-no-arrival = Say first when this person arrives: the steps of the welcome depend on it.
new-welcome = One more step of the welcome: what?
field-contacts = Meetings of the pair
field-contacts-date = On
field-contacts-duree = Length
field-contacts-theme = Theme
action-pair-meeting = Note that the person and the mentor met
hint-pair-meeting = met
action-open-link = Open a link of the row
hint-open-link = open the link
links-none = This row has no link. Enter on “Links” adds some: an address, or a document of the school folder.
link-unread = This link is neither an address (https://…) nor a document of the school folder (guide.pdf, documents/guide.docx).
link-missing = This document is not there: { $file }
mentor-load = mentors { $n ->
    [one] { $n } person
   *[other] { $n } people
}
release-left = { $n } left
release-no-source = no source
refused-taken = Write the total (“1.5”), or what is added and where it comes from (“+0.5 Budget école”).
taken-hint = the total, or “+0.5 School budget” to add days and say who pays
taken-more = { $days } more, { $source ->
    [none] no source
   *[other] paid by { $source }
}
taken-over = { $taken } taken of { $granted } granted: that is more
taken-apart = the entries by source, on the sheet, say { $told }
taken-source = End: { $sources }
taken-sources = sources of the plan: { $sources }
ask-departure = Has { $name } left the school? Choose a reason; the record stays in the file, and d still shows it.
departure-unsaid = unspecified
departure-reasons = end of contract; other school; other position; other service centre; studies; retirement; personal reason
heading-own = The school’s own columns
trace-field = { $field } · { $rank } of { $count } · { $who }
refused-yes-no = Write “oui” or “non”.
refused-choice = This word is not in the list.
refused-many-of = That is not a kind of support of the list. Write codes, such as “2a, 2b”.
board-empty = Nobody answers this search. Esc removes it; n adds a person.
board-nobody = Nobody yet: n adds a person, I imports a list.
with-departed = with departures
about-contact = Contact:
about-mentor = Mentor:
about-needs = Needs:
about-next = Next:
new-person = New person: what is the name?
heading-state = How is this person doing?
heading-next = And next?
heading-support = Who gives support, and how?
heading-who = Who is this?
heading-trace = Trace of { $day }
hidden-field = Hidden on the wall. m shows what is written about this person; then it can be changed.
planned = Planned
hidden-here = m: { $list }
hidden-mark-said = ▪▪▪: hidden on the wall
hidden-mark = ▪▪▪
shown-traces = the last traces
shown-next-step = the next step
shown-note = the note
shown-done = what is done
shown-planned = what was planned
shown-needs = the needs
shown-all = all that is hidden
wall-hides = The wall shows nothing more about this person.
wall-shows = The wall shows: { $field }. m hides it; going on does too.
wall-which = Show what, on the wall that follows the meeting?
wall-which-here = Show what, until the next person?
wall-next = Next meeting: { $day }
wall-paused = The meeting is paused.
hidden-on-wall = hidden: { $list }
planned-done = ✓ Done
said-today = Said today, at another step

## 4 Meetings
thread-title = All that was said: { $of }
thread-empty = Nothing has been said yet.
thread-pair = { $what }: { $text }
thread-arrival = Arrival
thread-departure = Departure
thread-check = Impact check
thread-undated = no date
meetings-title = What did we say?
ask-remove-member = Take { $name } off the committee? Past meetings keep the name.
meeting-day-changed = The meeting is now that of { $day }.
meeting-day-unread = This is no day of the past. Write for example 12 November 2026, or 2026-11-12.
ask-meeting-day = On which day was this meeting held?
filter-meetings = Search every meeting and the traces
found-meetings = Found: open which meeting?
meetings-empty = No meeting yet. r starts the first one.
show-none = Nothing yet: the first meeting or the first check has not been held.
meeting-guests = Guests: { $names }
meeting-present = Present: { $names }
meeting-absent = Absent: { $names }
meeting-done = Done since the last meeting
meeting-measured = Impact measured that day
done-row = Row of the plan: { $what }
done-means = Means: { $what }
done-action = Action: { $what }
done-steps = { $n ->
    [one] One planned step with a newcomer is done.
   *[other] { $n } planned steps with newcomers are done.
}
done-round = round { $n } begins
minutes-late-column = Late
minutes-late = late
meeting-decisions = Decisions
meeting-actions = Actions
meeting-issues = Issues
meeting-people = New staff
meeting-returns = Follow-up on actions
meeting-successes = Successes
meeting-irritants = Irritants
meeting-inconsistencies = Inconsistencies
meeting-adjustments = Adjustments
meeting-next = Next meeting: { $day }

## 5 Impact
impact-title = Is it changing anything?
impact-empty = Neither indicator nor check yet: n adds one.
impact-checks = Checks done
impact-values = Start { $start }  →  Now { $now }  →  Target { $target }
impact-points = { $n ->
    [0] not measured yet
    [one] 1 point: too few to conclude
   *[other] { $n } points: too few to conclude
}
impact-no-signal = { $n } points: nothing but chance
impact-moved = { $n } points: a change
new-check = Check the impact of which issue?
check-open = under way
check-closed = concluded
check-line = Goal reached: { $reached } · Decision: { $decision }
check-needs-decision = First choose a decision: continue, adjust or redo.
check-needs-reached = Say first whether the goal is reached; “too early” is an answer too.
check-needs-steps = Say which steps to do again.
sheet-check = Check of { $day } · { $issue }
sheet-school = School, committee and resources
sheet-indicator = Indicator
heading-committee = The committee
heading-lengths = Length of the meeting and of its points, in minutes
document-plan-school = The school
heading-wall = What the wall may show beside the alias
heading-resources = The resources
rounds-title = Every round
rounds-start = start
rounds-target = target
rounds-attained = Attainment scale (50: as expected)
heading-wanted = Did we reach the objective?
heading-conclusion = What does the committee conclude?
measure-ends = (start { $start } · target { $target })
heading-attained = Attainment scale · { $score } (50: as expected)
heading-scale = Objective: { $goal }

## 6 Landmarks
landmarks-title = What do the sources say?
landmarks-nothing = Nothing like that. Try another word; Esc shows everything.
landmarks-to-read = For reading only: nothing to take from here.
landmarks-for-whom = For whom?
landmarks-row-known = This row is in the plan already: here it is.
landmarks-has-it = This person already has it.
landmarks-own = The school’s own words
new-term = A word, a colon, what it means here
parameters-own = At your school: { $said }.
parameters-none = At your school: nothing is written yet (F3, Resources).
parameters-arrivals = { $days } × { $n ->
    [one] one arrival
   *[other] { $n } arrivals
} this year = { $all } days
parameters-days = { $granted } days granted, { $taken } taken, { $left } left
parameters-bank = a bank of { $bank } days, { $left } to grant
parameters-shares = release: { $shares }
landmarks-from = Landmark { $source }
take-support = Enter: offer it to a person
take-row = Enter: make it a row of the plan
take-duty = Enter: make it a row, with this role
keep-idea = A row of the plan for this issue: what?
idea-kept = In the plan: { $what }
action-sources = What the sources say of this moment
hint-sources = landmarks
sources-title = What the sources say of this moment
sources-none = The sources say nothing of this point: they are on screen 6.
action-keep-idea = Make it a row of the plan, or a means of the row
hint-keep-idea = to the plan
agenda-known = This question is on the agenda already.
meeting-stages = Questions of the approach answered that day
meeting-questions = Questions of the agenda
take-question = Enter: put it on the agenda
take-need = Enter: add it to a person’s needs
opening-agenda = On the agenda
field-comite-ordre-du-jour = Agenda
field-comite-duree = Length (minutes)
field-comite-durees = Length of each point
length-of-point = { $name } { $minutes }
field-comite-durees-ouverture = 1 Opening (min)
field-comite-durees-retour = 2 Follow-up (min)
field-comite-durees-portrait = 3 Overview (min)
field-comite-durees-tour = 4 Round (min)
field-comite-durees-enjeux = 5 Issues (min)
field-comite-durees-bilan = 6 Review (min)
field-comite-durees-decisions = 7 Decisions (min)
field-comite-durees-cloture = 8 Closing (min)

## 7 Versions
versions-title = How was it before?
versions-empty = No version kept yet. A version is kept at the first change to a file, at the closing of a meeting and with Ctrl-S.
version-name = Keep a version: under what name?
version-kept = { $n ->
    [0] Nothing to keep: everything is already in the last version.
    [one] Version kept for { $n } file.
   *[other] Version kept for { $n } files.
}
version-restored = { $file }: version { $version } put back. What was there before is kept.
hidden-version = A version may name people: it is not read on a wall. p leaves the wall.

## Meeting
point-1 = Opening
point-2 = Follow-up
point-3 = Overview
point-4 = Round
point-5 = Issues
point-6 = Review of how we work
point-7 = Decisions and actions
point-6-short = Review
point-7-short = Decisions
point-8 = Closing
meeting-time-short = { $minutes }/{ $planned } min
meeting-time = { $minutes } min of { $planned }
meeting-total = { $total } of { $planned } min in all
meeting-total-short = { $total }/{ $planned } min
person-put-off = We will come back to { $name } at the end of the round.
person-gone = This person is no longer on the board.
last-trace = Last trace: { $when }
last-trace-never = No trace yet
last-traces = The last traces
if-time-allows = if time allows
opening-here = { $n ->
    [one] { $n } person here
   *[other] { $n } people here
}
returns-left = { $n ->
    [0] Everything is reviewed.
    [one] action to review
   *[other] actions to review
}
returns-no-reason = say why, or it will come back
since-weeks = for { $n } weeks
last-portrait = On { $day }
last-said = What was said on { $day }
last-decided = Decided on { $day }
comes-back = Will come back at the next follow-up
question-of = question { $rank } of { $count }
next-meeting = Next meeting
next-proposed = … proposed: { $day } (Enter)
next-proposed-wall = … proposed: { $day }
date-unset = To be set
changes-title = What changed from { $from } to { $to }
changes-arrived = Arrivals: { $names }
changes-left = Departures: { $names }
changes-traces = { $n ->
    [one] { $n } trace left
   *[other] { $n } traces left
}
changes-none = Nothing changed on the board or in the cycle.
changes-actions = The actions of { $day }, and what became of them
meeting-resumed = Meeting of { $day }, started at { $clock }: we pick up where you were.
meeting-kept = The meeting is kept as it is. r resumes it.
meeting-reopened = The meeting is open again as it was: r takes it up.
not-in-a-meeting = Not during a meeting: Esc leaves it, and it is kept.
enlarge-wall = Ctrl +: larger letters
enlarge = For the wall, enlarge the letters (Ctrl +) until there are about 80 columns.
meeting-closed = Meeting closed: everything is written.
meeting-broken = One of the school’s files cannot be read: ? shows where and how to correct it. The meeting is waiting.
opening-who = Who is here?
closing-question = When do we meet again?
returns-question = Where do our actions stand?
portrait-people = { $n ->
    [one] newcomer
   *[other] newcomers
}
decisions-question = What do we decide? Who does what?
portrait-question = How are the newcomers, together?
portrait-same = The same numbers as today.
returns-done = 1 done
returns-postponed = 2 postponed
returns-dropped = 3 dropped
opening-no-member = Nobody on the committee yet: F3, then n, adds people.
returns-none = No action to review: this is the first meeting, or everything is done.
portrait-arrived = Arrivals since the last meeting:
portrait-left = Departures since the last meeting:
portrait-no-contact = No contact:
portrait-no-trace = Not spoken of for { $n } weeks:
arrived = since { $day }
how-are-they = How is { $name } doing?
person-mentor = mentor: { $who }
supports-label = Support offered
person-contact = contact: { $who }
traces-label = traces
next-step-label = Next step
answer-last-was = last time: { $word }
answer-last = last time
said-today-mark = said today
tier-label = tier
what-do-they-need = What would { $name } need?
last-time = Last time: { $note }
step-moved = { $before } → { $after }
issue-rows = In the plan, at this step:
issue-none = No issue in the plan: after the meeting, n on the home screen names one.
stage-answered = { $n ->
    [0] No answer yet, of { $all }
    [one] One answer of { $all }
   *[other] { $n } answers of { $all }
}
issue-no-row = No row of the plan for this issue at this step of the cycle.
review-question = What helps us, what gets in the way?
decisions-count = { $n ->
    [one] decision
   *[other] decisions
}
actions-count = { $n ->
    [one] { $n } action
   *[other] { $n } actions
}{ $people ->
    [0] {""}
   *[other] , and { $people } for people
}
review-bons-coups = Successes
review-irritants = Irritants
review-incoherences = Inconsistencies
review-ajustements = Adjustments
add-guest = Add a guest
opening-guest = { $name } (guest)
add-success = Add a success
add-irritant = Add an irritant
add-inconsistency = Add an inconsistency
add-adjustment = Add an adjustment
add-decision = Add a decision
add-action = Add an action
close-meeting = Close the meeting
closing-writes = What will be kept
meeting-field-animation = Chair
meeting-field-prise-de-notes = Note-taking
meeting-field-etat = State
meeting-field-palier = Tier
meeting-field-reponse = Answer
meeting-field-besoins = Needs
meeting-field-note = Note
meeting-field-repere = Sign of progress
meeting-field-date = Day
meeting-field-fait = Done
meeting-field-notes = Committee’s notes
meeting-field-quoi = What
meeting-field-prochain-pas = Next step
meeting-field-qui = Who
meeting-field-quand = When
meeting-field-nouvelle-date = Put off until when?
meeting-field-pourquoi = Why?
meeting-field-prochaine-rencontre = Next date
meeting-field-decisions = Decision
meeting-field-irritants = Irritant
meeting-field-incoherences = Inconsistency
meeting-field-bons-coups = Success
meeting-field-ajustements = Adjustment

## What is given to others
paper-foot = Support, never evaluation. The newcomers’ names that were recognised are taken out.
paper-foot-named = DOCUMENT WITH NAMES: to be given only to committee members, and destroyed after use. Support, never evaluation.
minutes-title = Minutes of { $day }
minutes-hours = { $hours } ({ $minutes } min)
minutes-present = Who was there
minutes-chair = Chair: { $names }
minutes-scribe = Note-taking: { $names }
minutes-count = Number
minutes-no-contact = No contact: { $n }
minutes-what = What
minutes-who = Who
minutes-why = Why
minutes-since = Since
minutes-answer = { $question } { $answer }
action-plan-title = Action plan { $year }
action-plan-fund = Fund
action-plan-granted = Granted
action-plan-committed = Committed
action-plan-used = Used
action-plan-left = Free
action-plan-all = In all
action-plan-aim = To: { $list }
action-plan-with = With: { $list }
action-plan-rest = { $left ->
    [0] { "" }
    [one] One more row of the coming year is in the full plan.{ " " }
   *[other] { $left } more rows of the coming year are in the full plan.{ " " }
}{ $later ->
    [0] { "" }
    [one] One row comes later.{ " " }
   *[other] { $later } rows come later.{ " " }
}{ $done ->
    [0] { "" }
    [one] One row is already done.{ " " }
   *[other] { $done } rows are already done.{ " " }
}{ $dropped ->
    [0] { "" }
    [one] One row was dropped.
   *[other] { $dropped } rows were dropped.
}
calendar-name = Induction committee · { $school }
calendar-meeting = Induction committee meeting
calendar-and-more = (and on)
calendar-person-action = Action: a newcomer
review-paper-title = Review of the year { $year }
review-indicators = What the indicators say
review-coverage = What the school does, of what programmes do
review-covered = { $done } of { $all }
coverage-shown-brief = in the plan: { $id }
coverage-decided-brief = decided
coverage-board-brief = on the board
coverage-said-brief = said by the school
coverage-not-brief = not yet
coverage-said = said by the school
coverage-denied = not yet, says the school
coverage-not = not yet
coverage-rows = in the plan: { $n ->
    [one] row { $list }
   *[other] rows { $list }
}
coverage-means = in the plan, row { $id }: “{ $what }”
coverage-decision = decision of { $day }
coverage-supports = on the board: { $n ->
    [one] support { $list }
   *[other] supports { $list }
}
coverage-mentor = on the board: mentors
coverage-contact = on the board: contacts
coverage-release = release days
coverage-programmes = Programmes (about 2011)
coverage-here = Here
coverage-question = “{ $what }”: does the school do it?
coverage-yes = Yes, the school does it
coverage-no = No, not yet
coverage-unsay = Say nothing: let the files answer
field-couverture-pourquoi = Why do you say so?
review-coverage-note = Read in whole words in the plan, the decisions and the board, or said by the school. Landmarks, not a list to tick. (S000-03, S000-04, S000-06)
review-recommendations = What the committee recommends
review-counts = { $meetings ->
    [0] No meeting held
    [one] One meeting held
   *[other] { $meetings } meetings held
}, { $traces ->
    [0] no trace left
    [one] one trace left
   *[other] { $traces } traces left
}.
calendar-action = Action: { $what }
choose-publication = What do you want to export?
publish-minutes = Minutes of { $day }, { $form }
publish-minutes-named = Minutes with names of { $day }, { $form }
publish-agreement = Agreement of the pair: { $name }, { $form }
publish-welcome = Welcome letter: { $name }, { $form }
publish-person = Record: { $name }, { $form }
person-foot = For the person, handed over by whoever is responsible for access, who answers. Support, never evaluation.
person-others = Also names
person-held = In
person-line = line { $line }
person-file-name = name of the file
person-inside = inside a file that is no text
person-version = { $file }, version { $number } ({ $day })
person-others-note = Where a sentence also names somebody else, that name may have to be hidden before the page is handed over. Versions are kept states of the files.
person-title = Record: { $name }
person-about = All that the school’s files, and every version of them, say about this person.
person-field = Field
person-value = Value
person-record = Record
person-thread = What was said
person-doubts = Perhaps about this person
person-doubts-note = A word of the name stands there, which is an ordinary word or somebody else's name too: to be checked, and taken off the page if it is not about this person.
person-mentions = Where the name is written elsewhere
person-where = Where
person-text = The text
person-said = Said
publish-plan-action = Action plan, { $form }
publish-plan-action-bref = Action plan on one page, { $form }
publish-survey = Survey, { $name } ({ $form })
publish-questionnaire = Questionnaire to paste into Forms, { $audience } (text)
publish-bilan = Review of the year, { $form }
publish-chart = Chart { $id }, { $form }
publish-calendrier = Calendar for an agenda
form-docx = for Word
form-html = page to print
form-md = text
form-svg = picture (SVG)
board-printed = The columns shown on screen; the others are on the right of the sheet, on no page.
published-unopened = Nothing here opens this file: its path was copied.
published = Written: { $file }
closing-decision = Decision
closing-action = Action
closing-carried = Will come back
closing-unseen = Not spoken of
closing-paper-word = ready for Word, the names that were recognised taken out
closing-name = Looks like a name (would stay in the minutes)
closing-paper = Minutes
closing-present = Present
closing-absent = Absent
closing-guests = Guests
closing-returns = Actions reviewed
closing-returns-done = { $n } done
closing-returns-postponed = { $n } postponed
closing-returns-dropped = { $n } dropped
closing-tier = tier { $tier }
closing-needs = needs: { $needs }
closing-needs-said = needs reviewed
closing-note = a note
closing-next-said = a next step
closing-done-said = what was planned is done
closing-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}

## Fields
field-nom = Name
field-alias = Alias
field-fonction = Position
field-batiment = Building
field-arrivee = Arrival
field-annee-insertion = Induction year
field-situation = Situation
field-mentor = Mentor
field-mentor-depuis = Mentor since
field-mentors-precedents-nom = Was a mentor
field-mentors-precedents-du = From
field-mentors-precedents-au = Until
heading-earlier-mentors = Earlier mentors
field-repondant = Contact
field-etat = State
field-palier = Tier
field-modalites = Modalities
field-besoins = Needs
field-objectif = Goal
field-liberation-accordes = Days granted
field-liberation-pris = Days taken
field-prochaine-action-quoi = Next action
field-prochaine-action-qui = By whom
field-prochaine-action-quand = By when
field-conserver-jusquau = Keep until
field-depart-date = Departure date
field-depart-motif = Departure reason
field-derniere-trace = Last trace
field-traces = Traces
field-liberation-reste = Days left
field-etat-le = State said on
field-par = By whom
field-traces-par = By
field-traces-note = Note
field-traces-va-bien = Going well
field-traces-defi = Challenge
field-traces-prochain-pas = Next step
field-traces-soutien = Support
field-mur-fonction = Job, on the wall
field-mur-batiment = Building, on the wall
field-ecole-nom = School
field-ecole-ordre = Level
field-ecole-annee-scolaire = School year
field-ecole-batiments = Buildings
field-ecole-personnel = Staff members
field-comite-nom = Committee
field-comite-mandat = Mandate
field-comite-plage = Slot
field-comite-rythme = Frequency
field-recommandations = Recommendations
field-comite-membres-nom = Member
field-comite-membres-role = Role
field-comite-membres-batiment = Member’s building
field-comite-membres-degagement = Release
field-comite-membres-mandat = Mandate of the member
field-comite-membres-ecoles = Member’s schools
field-comite-membres-evalue = Evaluates staff
field-ressources-liberation-par-arrivee = Days per arrival
field-ressources-liberation-banque = Bank of days
field-ressources-sommes-source = Fund
field-ressources-sommes-accorde = Granted ($)
field-ressources-sommes-engage = Committed ($)
field-ressources-sommes-utilise = Used ($)
field-va-bien = What is going well
field-defi = A challenge
field-prochain-pas = The next step
field-soutien = The support offered
field-etape = Row
field-quand = When
field-responsable = Lead
field-personnes-impliquees = People
field-intentions = Intentions
field-commentaires = Comments
field-liens = Links
field-cycle-volet = Strand
field-cycle-etapes = Steps of the cycle
field-cycle-enjeu = Issue
field-tour = Round
field-priorite = Priority
field-volet = Strand
field-donnees-initiales = Initial data
field-echelles-niveau = Level
field-echelles-niveaux = Levels, from −2 to +2
field-echelles-poids = Weight
field-echelles-objectif = Objective
field-question = Question
field-mesure = Measure
field-enjeu = Issue
field-type = Type
field-sens = Wanted trend
field-niveau = Guskey level
field-depart-valeur = Start: value
field-depart-sur = Start: out of
field-cible-valeur = Target: value
field-cible-sur = Target: out of
field-cible-date = Target: date
field-mesures-valeur = Value
field-mesures-sur = Out of
field-mesures-constat = Finding
field-traces-consultees = Traces consulted
field-objectif-atteint = Goal reached?
field-decision = Decision
field-etapes-a-refaire = Steps to redo
field-pourquoi = Why
field-prochaine-mesure = Next check
refused-day = This is not a certain date. Try “26 nov. 2026” or “2026-11-26”.
not-a-date = not a date: kept as text, without a reminder
kept-as-text = “{ $said }” is not a date: kept as text, without a reminder.
refused-amount = This is not a number. Try “2” or “0.5”.
refused-count = A whole number is needed, like “3”.
refused-steps = The steps are 1, 2, 3, 4, R and impact.

## Keys of the panels
keys-line = Enter keeps   Esc cancels
keys-list = Enter: the next one; twice: go on   Esc: the list   Shift-Tab: before
keys-add = Enter adds   Esc: done
keys-line-fresh = Enter keeps   Esc cancels   type to replace
keys-text = Enter keeps   Esc cancels   Alt-Enter or Shift-Enter: next line
keys-trace = Enter keeps and goes on   Esc cancels   Shift-Tab: back
keys-pick = Enter keeps   Esc cancels   ↑↓ choose   type to filter
keys-pick-typed = Enter keeps   Esc cancels   ↑↓ choose or type another name
keys-pick-many-typed = Enter keeps   Space ticks   Esc cancels   type to search or add
keys-pick-many = Enter keeps   Space ticks   Esc cancels
keys-pick-tick = Enter: takes this word and keeps   Esc cancels
keys-ask-for-ever = o: yes, for ever   Esc: no
keys-ask = Enter: yes   Esc: no
keys-ask-close = o: close it   Esc: go back
keys-ask-sentences = o: remove them too   Enter: keep them
keys-ask-open = o: open   Enter: go on
keys-ask-more = o: yes   Esc: stay on the wall
keys-read = ↑↓ scroll   another key closes
keys-help = ↑↓ scroll   another key closes
pick-none = Nothing matches. Erase to see everything again.
pick-among = That is not in the list: { $choices }
choose-theme = Which theme?
palette-person = person
palette-issue = issue
palette-row = row of the plan
palette-survey = survey
palette-meeting = meeting
palette-entry = landmark
choose-stroke = Go back to which moment? Enter undoes down to there, that change included.
choose-action = What do you want to do, or see?
help-title = Help
help-first = To begin
help-here = Here
help-everywhere = Everywhere
help-legend = The signs, and who reads the screen
help-signs = ✓ well, done · ~ to follow · ! more support, late · ? unknown · ◐ under way · » postponed · × dropped
help-levels = principal: everything · committee: names, needs, traces · wall: an alias; the rest is hidden
help-place = School folder: { $place }

## Questions
ask-undo = It can be undone (u).
ask-archive-person = Has { $name } left the school? The record stays in the file and leaves the board; d still shows it.
ask-archive-row = Drop this row? “{ $name }”
ask-close-check = Conclude the check? Here is what will be written:
ask-leave-meeting = Leave the meeting? It is kept as it is; r resumes it where you are.
ask-unproject = The screen is still on the wall. Show the names again?
ask-close-meeting = Close the meeting? What is written above will be kept; u opens it again.
closing-names = These words look like a name and would stay in the minutes: { $names }
closing-names-wall = { $n ->
    [one] One word looks like a name and would stay in the minutes: p leaves the wall, and shows it.
   *[other] { $n } words look like a name and would stay in the minutes: p leaves the wall, and shows them.
}
ask-abandon-meeting = Throw away the meeting under way, and keep nothing of what was said?
ask-restore = Put back version { $version } of { $file }, kept on { $day }?
ask-restore-kept = What is there now will be kept as one more version.
recovered = A text you were typing on { $day } at { $clock } was found. Take it up again?
unwritten = Some changes of { $day } at { $clock } were not all on the disk. Make them?
unwritten-choice = What is already there is not done again. Enter makes them; Esc drops them.
and-more = { $n ->
    [one] … and one more change
   *[other] … and { $n } more changes
}
settings-unreadable = The file reglages.yaml cannot be read: the usual settings are used, and it stays as it is.
copy-found = Syncing left { $copy } beside { $file }: two computers changed it at the same time. Merge them?
copy-nothing = It says nothing more than the file.
copy-purged = { $n ->
    [one] It still holds a person who was erased here: merging would bring them back.
   *[other] It still holds { $n } people who were erased here: merging would bring them back.
}
copy-clashes = { $n ->
    [one] One field says something else in each: you will choose.
   *[other] { $n } fields say something else in each: you will choose.
}
copy-choice = The copy will go into versions/, where it can still be read. Esc: later.
copy-merged = { $copy } merged: { $n ->
    [0] { $left ->
        [0] nothing to bring in
       *[other] choices are left
    }
    [one] one record brought in
   *[other] { $n } records brought in
}. The copy is in versions/.
rewrite-choice = Write all of { $file } anew? Its comments and unknown keys will no longer be there; what was there before stays in versions/.
readonly-choice = Somebody set { $file } read-only. Write it all the same? It will stay read-only.
readonly-later = Nothing is written and nothing is lost: make { $file } writable again, and the change will go there.
rewrite-later = Nothing is written and nothing is lost: correct the line in an editor, and the change will be made.
sides-title = { $n ->
    [0] Two values for one field
    [one] Two values for one field: one choice left
   *[other] Two values for one field: { $n } choices left
}
sides-typed = Typed here
sides-copy = In the copy
sides-file = In the file
sides-here = Here
sides-elsewhere = Elsewhere
nobody = person removed
keys-sides = Enter: keep   Esc: later   ←→ choose
item-gone = What you are completing was removed elsewhere. Copy your text, then Esc.
record-gone = What you are writing about was removed elsewhere. Esc keeps your text: it will be offered at the next start.
ours-kept = What you were writing about was removed elsewhere: your text is kept, and will be offered at the next start.
broken-takes-nothing = This file cannot be read: correct it first. Your text stays here.
sides-later = The file stays as it is; the other value is noted, and will be offered at the next opening.
taken-away = (removed)
cloud-abroad = This folder is in { $cloud }, which often keeps its data outside Québec: an assessment must come first (art. 70.1). See the person responsible.
cloud-onedrive = This folder is in OneDrive: ask the service centre where these data are kept.
purge-question = Remove for ever: { $who }? Here is what goes:
purge-file = { $file }: { $records ->
    [0] { $mentions ->
        [one] one mention
       *[other] { $mentions } mentions
    }
    [one] one record{ $mentions ->
        [0] {""}
        [one] {" "}and one mention
       *[other] {" "}and { $mentions } mentions
    }
   *[other] { $records } records{ $mentions ->
        [0] {""}
        [one] {" "}and one mention
       *[other] {" "}and { $mentions } mentions
    }
}
purge-whole = { $file }: the whole file
purge-fields = Their record: { $fields }
purge-sentences = These sentences stay, without the name. Do they still say who it was?
purge-sentences-too = Remove them too, whole?
purge-sentences-gone = The sentences that named them go whole; a title stays, without the name.
purge-sentences-going = These sentences name the person and go whole; the rest of the text stays:
purge-untouched = { $file }: it is about them where nothing is written without risk (it is not text, or the name is in code there): have a look.
purge-others = { $n ->
    [one] One other file is not text
   *[other] { $n } other files are not text
}: only a whole name was looked for there ({ $names }). A PDF or a compressed file may hide it.
purge-doubt = “{ $word }”: { $n ->
    [one] once
   *[other] { $n } times
}, as in “{ $example }”: left, for it is also a word or somebody else’s name.
purge-read-only = { $file } is read-only: it changes all the same.
purge-words = Do these words name them too? Tick them
times = { $n ->
    [one] once
   *[other] { $n } times
}
purged-in-text = Somebody named here has just been removed for good: the name was taken out of this text.
purged-elsewhere = The person you were writing about has just been removed on another computer. Your text is not kept.
purge-unreached = What this program does not reach: other computers (texts being typed, undo), the history of your cloud, backups, git, bins, what was sent or printed.
purge-how = To remove a word or a file too: arrimage purger … --aussi WORD --fichier FILE
purge-remove-question = These files are not text and are about them. Delete them too?
purge-removed = { $n ->
    [one] One file deleted.
   *[other] { $n } files deleted.
}
purge-versions = versions/: { $n ->
    [one] one version
   *[other] { $n } versions
}
purge-access = Is no request for access about this person pending? If one is, answer it first.
purge-forever = This cannot be undone. The register will say the date, the number, and the rule if its time has passed, without a name. Not reached: other computers, bins, backups, a git history, copies elsewhere.
purge-consent = Write “oui” to remove, anything else to do nothing:
purge-nobody = Nobody to remove: no keep-until date has passed.
purge-none = Nothing was removed.
purged = { $n ->
    [one] One person removed
   *[other] { $n } people removed
}, { $files ->
    [one] one file rewritten.
   *[other] { $files } files rewritten.
}
home-expired = { $n ->
    [one] One record to remove (expired)
   *[other] { $n } records to remove (expired)
}
recovered-place = It was going here: { $place }.
recovered-now = It now says: “{ $text }”
recovered-choice = Enter reopens it; Esc asks whether to throw it away.
ask-discard = Throw this text away for ever?
ask-discard-unwritten = Throw these changes away for ever?
discard-later = This text is kept: it will be offered at the next opening.

## What is said after a change
undone = Undone: { $what }
redone = Redone: { $what }
given-up = Nothing is kept; what you were typing will still be there if you reopen this field.
quit-refused = What waits could not be written. Quit a second time: it will be offered at the next start.
put-off = Your text is kept: it will be offered at the next start, or if you open this field again.
nothing-to-undo = Nothing to undo.
nothing-to-redo = Nothing to redo.
nothing-done = Nothing has been done yet.
projector-on = On the wall: aliases only, needs and traces hidden. ! hides everything.
projector-off = The wall is left: the names show.
folder-moved = The folder is now here: { $place }. Everything goes on there.
folder-gone = The school’s folder is no longer in its place. Put it back: what is waiting will be written there, nothing is written elsewhere.
unprotected = What is being typed is not protected from a crash on this computer: the program’s folder cannot be written.
reloaded = School folder read again.
waiting = Another window or command of Arrimage is writing in this folder: waiting until it is done (Ctrl-C to give up).
saved-merged = { $file } had changed elsewhere: both changes are in it.
saved-brought-back = { $file } had been deleted or damaged elsewhere: it is back with your change; what was left of it is in versions/.
outside-records = { $file } updated by another program: { $n ->
    [one] one record
   *[other] { $n } records
}
outside-changed = { $file } updated by another program
outside-mended = { $file } can be read again.
outside-lost = { $file } was deleted by another program. Your next change will put it back; versions/ keeps what it was before.
outside-headless = { $file } lost its first line (format: 1) in another program: what it says now is not believed. Your next change will put the earlier file back; what it says now will stay in versions/.
outside-emptied = { $file } was emptied by another program. Your next change will put it back; versions/ keeps what it was before.
outside-taken = { $file }: { $people ->
    [0] { $n ->
        [one] another program took or replaced something
       *[other] another program took or replaced { $n } things
    }
    [one] one person is no longer there
   *[other] { $people } people are no longer there
}. The key u brings all back; versions/ keeps what it was before.
outside-removed = { $file } was deleted by another program. To bring it back: screen 7, its last version, R.
outside-others = { $n ->
    [one] {" "}(and one other file)
   *[other] {" "}(and { $n } other files)
}
undo-elsewhere = Another program has changed this field since.
undo-broken = This file cannot be read: on screen 7, R restores its last whole version.
undo-passed = { $why } This change stays as it is; u undoes the one before.
redo-passed = { $why } This change stays undone; U redoes the next one.
history-passed = { $n ->
    [one] { $why } This change stays as it is; the others are done.
   *[other] { $why } { $n } changes stay as they are; the others are done.
}
edit-place = { $whose }: { $field }
edit-records = { $n ->
    [one] 1 record
   *[other] { $n } records
}
version-which = { $file } · version { $version } · { $when }
version-changes = What changed next
version-same = Nothing changed.
version-text = The file as it was
saved-rewritten = { $file } was rewritten in full. Its comments are in the version kept.
saved-unconfirmed = { $file }: saved, but the disk did not confirm it.
saved-without-turns = This drive cannot reserve a file: avoid writing at the same moment as somebody else.
draft-resumes = A meeting is under way: r resumes it.
document-plan = plan
document-board = board
document-meeting = meeting of { $day }
document-impact = check of { $day }
document-draft = meeting under way
edit-set = { $whose }: { $field } { $before } → { $after }
edit-said = { $whose }: { $field } → { $after }
edit-cleared = { $whose }: { $field } cleared (was { $before })
edit-unsaid = { $whose }: { $field }, noted
edit-added = { $whose }: { $field } + { $item }
edit-removed = { $whose }: { $field } − { $item }
said-removed = Removed: { $item }
said-is-well = { $name } is doing well.
said-is-watched = { $name }: to watch.
said-needs-more = { $name } needs more support.
said-is-unknown = { $name }: not known yet.
said-of = { $whose }, { $field }: { $value }
said-in-list = { $list }: { $item }
said-of-action = “{ $what }”: { $value }
said-action = Action: { $what }
said-guest = { $name } joins us.
said-no-member = { $name } is no longer on the committee.
said-member = { $name } is on the committee.
said-absent = { $name } is not here.
said-present = { $name } is here.
said-done = { $name }, done: { $what }
edit-file-made = New: { $what }
edit-file-changed = Completed: { $what }
edit-file-removed = Removed: { $what }
edit-and-more = { $first } (and { $n } more)

## Actions: the name, in the help and the palette
action-go-home = Home: where are we?
action-go-plan = Deployment plan
action-go-board = Board of new staff
action-go-meetings = Past regulation meetings
action-go-impact = Impact: indicators and checks
action-go-landmarks = Landmarks
action-go-versions = Versions of the files
action-meet = Start or resume a meeting
action-next = Next: point, person or issue
action-previous = Previous
action-choice-1 = Choice 1: going well, or action done
action-choice-2 = Choice 2: to follow, or action put off
action-choice-3 = Choice 3: more support, or action dropped
action-choice-4 = Choice 4: not known
action-choice-5 = Choice 5: universal tier
action-choice-6 = Choice 6: targeted tier
action-choice-7 = Choice 7: specific tier
action-skip = Skip this person and come back at the end of the round
action-measure = Check the impact of this issue
action-step-on = Move the issue forward in its cycle
action-step-back = Take the issue back to the step before
action-note = Write a note
action-needs = Note the needs
action-supports = Offer a kind of support of the tier
action-board = See the board during the meeting, or go back to it
action-close = Conclude the open check
action-reveal = Show what the wall hides, for one person
action-up = Up
action-down = Down
action-left = Left
action-right = Right
action-page-up = One page up
action-page-down = One page down
action-first = To the start
action-last = To the end
action-line-start = First cell of the line
action-line-end = Last cell of the line
action-next-pane = Next cell, next pane
action-previous-pane = Cell or pane before
action-select-column = Choose the whole column
action-select-all = Choose every cell shown
action-extend-right = Extend the block of cells right
action-extend-left = Extend the block of cells left
action-extend-down = Extend the block of cells down
action-extend-up = Extend the block of cells up
action-open = Open or edit
action-edit = Edit in place
action-back = Go back, cancel
action-new = New: issue, row, person, check, indicator, objective, action
action-trace = Leave a trace about a person
action-tick = Tick or untick; mark a person on the board
action-archive = Archive; note that a person leaves
action-filter = Search by words
action-filter-issue = Filter by issue
action-filter-step = Filter by step of the cycle
action-sort = Sort by a column, one way or the other
action-count = Count the values of a column
action-views = Show a view of the board, or keep one
action-columns = Choose the columns, their order, their width
action-clear = Clear the cell
action-fill-down = Copy the cell above, or this one to everyone marked
action-fill-right = Copy the first column chosen into the others
action-copy = Copy to the clipboard
action-cut = Cut: copy, then clear
action-paste = Paste from the cell on
action-mouse = Leave the mouse to the terminal, or take it back
action-departed = Show or hide departures
action-compare = Another meeting, side by side
action-purge = Remove (purge) a person for ever
action-restore = Put a version back
action-undo = Undo
action-redo = Redo
action-thread = All that was said about this person, this issue
action-history = All that was done, to go back to it
action-keep-version = Keep a named version
action-reload = Read the school folder again
action-repaint = Draw the screen anew
action-projector = Wall: aliases only
action-level = Who reads the screen: principal, committee, wall
action-export = Export: minutes, action plan, review, survey, questionnaire, calendar, board
action-blank = Hide the screen at once
action-theme = Change the theme
action-school = School, committee and resources
action-found = Make my school
action-open-school = Open another school
action-palette = All commands
action-explain = Explain the word, or help
action-help = Help
action-quit = Quit

## Actions: the word, in the bottom bar
hint-meet = meeting
hint-go-meetings = last month
hint-open = open
hint-day = day
hint-tick = tick
hint-next = next
hint-previous = previous
hint-needs = needs
hint-note = note
hint-reveal = show
hint-board = board
hint-blank = hide
hint-export = export
hint-level = level
hint-skip = skip
supports-of-tier = Support offered, tier { $tier }
hint-supports = support
hint-measure = check impact
hint-step-on = forward
hint-step-back = backward
hint-new = new
hint-new-action = action
hint-filter = search
hint-filter-issue = issue
hint-filter-step = step
hint-sort = sort
hint-count = count
hint-columns = columns
hint-views = views
hint-clear = clear
hint-fill-down = fill
hint-copy = copy
hint-cells = cells
hint-mark = mark
hint-edit = edit
hint-next-pane = next
hint-departed = departures
hint-archive = archive
hint-left = before
hint-right = after
hint-compare = side by side
hint-compare-meeting = last time
hint-purge = remove
hint-restore = put back
hint-thread = thread
hint-history = history
hint-keep-version = keep a version
hint-trace = trace
hint-close = conclude
hint-undo = undo
hint-back = back
hint-explain = help
hint-help = help
hint-school = school
hint-found = make
hint-open-school = open
hint-palette = commands
hint-quit = quit

## Faults: the cause, then the remedy
severity-error = Error
severity-warning = To check
fault-no-school = This folder contains neither plan.yaml nor suivi.yaml.
    .remedy = Choose a school’s folder, or create one: arrimage nouveau DOSSIER
fault-unreadable = { $cause ->
    [absent] The file does not exist.
    [cloud] This file has stayed in the cloud, and does not come.
    [denied] The system refuses access to this file.
   *[other] The file cannot be read.
}
    .remedy = { $cause ->
        [cloud] Make sure that OneDrive (or iCloud, or Google Drive) is running and that the computer is online: Arrimage looks every five seconds. For good: right-click the folder, “Always keep on this device”.
       *[other] Make sure that the file is on this computer (OneDrive: “Always keep on this device”) and that you can open it.
    }
fault-not-a-file = This is the name of a folder, or of something other than a file.
    .remedy = Rename it: Arrimage expects a text file here.
fault-too-large = The file weighs { $size } MB; the limit is { $cap } MB.
    .remedy = This is probably not an Arrimage file. Put back the right one, or a version (arrimage versions).
fault-not-text = These bytes are not UTF-8 text.
    .remedy = In Notepad: Save as, then Encoding “UTF-8”.
fault-read-only = This file is set read-only: nothing was written.
    .remedy = Clear read-only in its properties, or ask whoever set it.
fault-not-an-export = This is the name of one of the school’s files: nothing was written.
    .remedy = Choose another name after -o, for example in exports/.
fault-misplaced = { $cause ->
    [cloud] This file is still in the cloud: there is only { $found } here.
   *[name] This file is not there; there is { $found }.
}
    .remedy = { $cause ->
        [cloud] Download it (right click, “Download now”). Nothing is written in its place until then.
       *[name] If this is the one, give it its name back. Nothing is written in its place until then.
    }
fault-no-board = There are meetings or kept versions, but this file is not there.
    .remedy = Put this file back into the folder (recycle bin, cloud history, screen 7). If there never was one, create it with a single line: format: 1
fault-of-school = This file is one of the school’s own: it is not deleted whole.
    .remedy = What is about the person goes from it all the same. For another file, write its path in the folder.
fault-stray = { $cause ->
    [cloud] This file is still in the cloud: it is not read.
    [ending] This file is not read: its name does not end with .yaml.
    [copy] This copy is not read: its name does not end with .yaml.
    [folder] This folder is not read: its name is in small letters, without accents.
   *[name] This file is not read: its name is not a date.
}
    .remedy = { $cause ->
        [cloud] Download it (right click, “Download now”).
        [copy] If the file lacks something that it has, name it like “suivi (1).yaml”: merging them will be offered. If not, put it elsewhere.
        [folder] Give it the name that the school uses: regulations, impacts or sondages.
       *[name] Name it like 2026-11-26.yaml if the school uses it; if not, put it elsewhere.
    }
fault-emptied = This file is empty.
    .remedy = What it held is in its versions: screen 7, then R. If not, look for it in the history of your cloud drive.
fault-headless = This file has lost its line “format: 1”: its beginning may be missing.
    .remedy = If the rest is whole, put that line first again. If not, screen 7: choose the newest version that is whole, then R.
fault-register-unreadable = The list of versions cannot be read.
    .remedy = The versions are intact. The next one will put this list aside (registre-illisible-1.yaml) and make a new one.
fault-purged-again = { $id } was erased from here: this older file brings the person back.
    .remedy = Erase this person again: arrimage purger . { $id }
fault-newer-format = This file comes from a newer version of Arrimage (format { $format }).
    .remedy = Update Arrimage. Nothing was touched.
fault-tab = A tab indents this line.
    .remedy = Replace it with spaces, lined up with the neighbouring line.
fault-no-break-space = A no-break space is where an ordinary space is needed.
    .remedy = Erase it and type a space again.
fault-colon-blank = A space is missing after the colon.
    .remedy = Write “key: value”, with a space after the colon.
fault-colon-in-text = A text contains a colon followed by a space.
    .remedy = Put the whole text between straight quotation marks: "thus: like this".
fault-quote = A quotation mark opens here and does not close.
    .remedy = Add the straight quotation mark that is missing at the end of the text.
fault-bracket = A bracket or a brace opens here and does not close.
    .remedy = Add the closing sign, bracket or brace, that is missing at the end of the list.
fault-merge-marks = A merge left its marks here: two people wrote in the same place.
    .remedy = Keep one of the two versions, and erase the three lines of marks.
fault-alignment = This line is not lined up with its neighbours.
    .remedy = Put the same number of spaces at the start as the lines of the same list.
fault-syntax = This line is not YAML.
    .remedy = Compare it with a neighbouring line that reads well.
fault-duplicate-key = The key “{ $key }” is written twice in the same place.
    .remedy = Keep only one of the two lines.
fault-empty-item = This dash has nothing after it.
    .remedy = It is ignored. Add what is missing, or delete the line.
fault-missing-field = “{ $key }” is missing.
    .remedy = Add a line “{ $key }: …” in this place.
fault-unknown-word = “{ $value }” is not one of the expected words.
    .remedy = Write one of these: { $known }
fault-expected-number = “{ $value }” is not a number.
    .remedy = Write a number, like 2 or 0.5.
fault-hour-only = “{ $value }” is a time, not a date: the date is left empty.
    .remedy = Write the date, such as 2026-11-26 or 26 novembre 2026, or delete the line.
fault-expected-day = “{ $value }” is not a date that exists.
    .remedy = Write a date like 2026-11-26 or 26 novembre 2026.
fault-wrong-shape = The value does not have the shape expected here (a text, a list or fields).
    .remedy = Compare with another record, or see: arrimage schema
fault-unknown-field = { $near ->
    [none] The key “{ $key }” is not known here.
   *[other] The key “{ $key }” is not known here. Did you mean “{ $near }”?
}
    .remedy = It stays in the file, but Arrimage does not use it.
fault-unknown-issue = The issue “{ $value }” is not in the plan.
    .remedy = Correct the identifier, or add the issue under “enjeux:” in plan.yaml.
fault-unknown-person = The person “{ $value }” is not on the board.
    .remedy = Correct the identifier, or add the person in suivi.yaml.
fault-several-people = “{ $value }” is the name or the alias of several people: { $ids }.
    .remedy = Say which one by its id.
fault-unknown-indicator = The indicator “{ $value }” is not in the plan.
    .remedy = Correct the identifier, or add it under “indicateurs:” in plan.yaml.
fault-unknown-mentor = “{ $value }” is not a member of the committee.
    .remedy = Check the name, or add this mentor under “membres:” in plan.yaml.
fault-induction-year = “{ $value }” is not a year of induction: there are five, from 1 to 5.
    .remedy = Write the year that this person is in, or leave the field empty.
fault-unknown-column = “{ $value }” is not a column of this school.
    .remedy = Declare it at the top of suivi.yaml, under “colonnes:”, or correct the word.
fault-taken-column = The id “{ $value }” is already that of a field of the board: this column is not shown.
    .remedy = Give it another id.
fault-own-value = “{ $value }” does not fit its column.
    .remedy = Correct the value, or the type of the column under “colonnes:”.
fault-not-a-survey = This table is not a survey’s: no known question, and nothing that Forms adds (completion time, timestamp).
    .remedy = Download the answers from Microsoft Forms or Google Forms, leaving the row of heads as it is.
fault-row-too-long = Line { $line } has { $cells } cells, and the row of heads { $heads }: its answers slipped by a column. Nothing is taken.
    .remedy = Download the answers again, or mend that line (often a comma without quotes).
fault-broken-cell = Line { $line }, column “{ $head }”: the cell holds an error, or a formula that was never computed. Nothing is taken.
    .remedy = Open the workbook in Excel, mend the cell, save, then try again.
fault-too-heavy = This workbook is too large once it is open.
    .remedy = Copy only the table into a new workbook (Paste special, Values), then try again.
fault-several-sheets = Several sheets name people: { $sheets }.
    .remedy = Say which one: --feuille "NAME"
fault-no-such-sheet = No sheet that names people is called “{ $value }”. There are: { $sheets }.
    .remedy = Say which one to read: --feuille "NAME"
fault-ambiguous-dates = Column “{ $head }”: { $value } can be read in several ways.
    .remedy = Say which one: --dates jour-mois, --dates mois-jour or --dates annee-mois
fault-formula = Line { $line }, column “{ $head }”: the cell holds a formula, not an answer. Nothing is taken.
    .remedy = Replace it with its value (Paste special, Values), or clear it.
fault-spoiled-accents = Line { $line }: accents are spoiled near “{ $value }”. Nothing is taken.
    .remedy = Download the file again, or save it in Excel as “CSV UTF-8”.
fault-unknown-survey = Survey “{ $value }” is not in the folder.
    .remedy = Write the name of a file of sondages/, without .yaml: 2027-02.
fault-count-over-all = More than the whole: { $value }.
    .remedy = Mend this number, or the one it is part of (“sur”, “réponses”).
fault-unknown-question = The crossing speaks of a question that this survey does not have: { $value }.
    .remedy = Write the id of one of its questions, or remove the crossing.
fault-small-group = Group “{ $value }” has fewer than five answers: one could guess who answered what.
    .remedy = Remove this group from the crossing.
fault-unknown-code = “{ $value }” is not a question of the catalogue.
    .remedy = Write a code from M1 to M10, N1 to N5 or D1 to D5.
fault-too-few-points = Indicator { $value } has fewer than two points: there is nothing to draw.
    .remedy = Add its starting point, then a measure (arrimage, screen 5).
fault-conflict-copy = Syncing left this copy of { $original }: two computers changed it at the same time.
    .remedy = Open the school in Arrimage: it offers to merge the two.
fault-unknown-contact = “{ $value }” is not a member of the committee.
    .remedy = Check the contact’s name, or add this person under “membres:” in plan.yaml.
fault-unknown-topic = No verification has the code “{ $value }”.
    .remedy = Copy the code that “arrimage verifier” writes in brackets.
fault-holds-records = “{ $path }” is a list of records: a text would take away what they say.
    .remedy = Add to it with “+text” or “+{"{"}key: value{"}"}”, or change one field: “{ $path }.0.KEY”.
fault-unknown-entry = No aim, measure or condition has the code “{ $value }”: this answer is shown nowhere.
    .remedy = Answer on screen 6, with x, or copy a code that is written there.
fault-unknown-risk = No risk of a pairing has the code “{ $value }”: it is shown nowhere.
    .remedy = The nine risks go from risque-1 to risque-9: they are said on the sheet of a person, with e.
fault-duplicate-id = The identifier “{ $value }” is used twice.
    .remedy = Give one of the two another identifier.
fault-no-such-place = The path “{ $path }” leads nowhere in this file.
    .remedy = Write the identifier, then the field, for example n01.état or p4.quand.
fault-no-such-file = This file is not in the school folder, or cannot be read.
    .remedy = The files are plan, suivi, regulations/DATE and impacts/DATE. “arrimage verifier” says what cannot be read.
fault-not-editable = This change cannot be written here without touching the rest of the file.
    .remedy = Nothing was touched. Write it at this line in a text editor, or let the file be written anew (--reecrire), without its comments.
fault-not-written = { $cause ->
    [full] The disk is full: nothing was written.
    [denied] The system refuses the writing: nothing was written.
    [held] This file is open in another program: nothing was written.
    [absent] The folder is no longer there: nothing was written.
    [busy] Another window of Arrimage is writing: the change is waiting.
    [moving] Another program is writing this file: the change is waiting.
   *[other] The file could not be written.
}
    .remedy = { $cause ->
        [held] Close it in the other program (Word, Excel), or choose another name, then try again.
        [absent] Put the folder back in its place: what is waiting will be written there.
        [busy] Nothing to do: it will be written as soon as possible.
        [moving] Nothing to do: it will be written as soon as possible.
       *[other] The old file is intact. Free some room or check the folder’s permissions, then try again.
    }
fault-not-empty = This folder already contains a school.
    .remedy = Choose another folder.
fault-no-such-version = Version { $version } of this file does not exist.
    .remedy = “arrimage versions” shows those that exist.
fault-no-such-template = This template does not exist.
    .remedy = Templates: { $known }
fault-bad-theme = { $cause ->
    [base] This theme starts from “{ $value }”, which does not exist.
    [loop] This theme ends up starting from itself (“{ $value }”).
    [role] The role “{ $value }” is missing.
    [colour] The colour “{ $value }” is not in the palette.
    [written] “{ $value }” is not a colour.
   *[sixteen] “{ $value }” is not one of a terminal’s sixteen colours.
}
    .remedy = A theme starts from another (“étend: clair”) and changes only what it wants; a colour is written ["#0b4f8a", blue].
fault-weak-contrast = The role “{ $role }” has a contrast of only { $contrast }: it will be hard to read.
    .remedy = Darken the ink or lighten the background, up to at least 4.5 (7 on a projector).
fault-bad-year = The school year “{ $value }” cannot be read.
    .remedy = Write two years in a row, like 2026-2027.

## When the program falls
panicked = Arrimage stopped on an error of its own ({ $place }). Your files are intact; the text you were typing will be offered at the next opening.

## Command line
usage-title = arrimage: the deployment plan and the board of an induction committee, on the projector.
usage-open = opens the school of this folder; without a folder, the one here, the last one opened or the demonstration
usage-linear = the same, line by line, for a screen reader, braille or a script
usage-demo = opens the demonstration, made new again
usage-wall = follows the meeting on a second screen, at the level of a wall
usage-create = creates a school folder from a template
usage-templates = names the templates
usage-verify = says all that is wrong: file, line, column, cause, remedy
usage-show = shows a view of the school
usage-network = shows several schools together, in counts from which nobody can be told
network-title = The network
network-school = School
network-group = Group
network-no-group = no group
network-together = Together
network-newcomers = Newcomers
network-no-contact = Without a contact
network-no-mentor = Without a mentor
network-no-tier = Without a tier
network-granted = Days granted
network-taken = Days taken
network-last = Last regulation
network-rhythm = Rhythm kept
network-month = This month
network-issues = Issues by step
network-rounds = 2nd round or later
network-late = Rows late
network-indicators = Indicators attained
network-advice = Advice
network-surveys = Surveys (answers)
visit-begins = To read only, as on the wall. q goes back to the network.
visit-read-only = This school is open to read only: nothing is written there.
network-own-plan = The roll-out
network-reading = Reading: { $n } of { $all } (Esc stops)
network-stopped = Stopped: { $n } of { $all } (F5 reads again)
network-search = Search:
network-hint-stop = stop
network-hint-all = show all
network-hint-open = open
network-hint-page = page
network-hint-sort = sort
network-hint-search = search
network-hint-count = count
network-hint-again = read again
network-hint-help = help
network-hint-quit = quit
network-help-plans = Rows that are late, of those left; indicators that attain their target, of those that are measured. The “Together” lines of a group count all its schools.
network-help-reading = Counts of people are shown once every school is read: counted one after another, schools would be recognised. A reading that was stopped does not show them.
network-help-sort = ← and → choose a column; o sorts from the largest, then the other way, then as at first. What is masked stays last. f counts how many schools have each value of the column.
network-help-search = / searches a name or a group, or counts: north, groupe:north, retards>2, rythme:non, nouveaux>10.
network-help-open = Enter opens the school as on the wall, to read only; q comes back. Nothing is written there.
network-rollout = The roll-out: { $name }
network-phase = Row
network-state = State
network-is-late = late
network-means = Means done
network-days = The days: { $pane } of { $planned } for the PANE, { $mentors } of { $planned } for the mentors
network-day = Day
network-whose-day = For whom
network-there = Present
network-followed = The schools followed
network-accompanied = PANE
network-mentors = Mentors
network-present = Present on the days
network-loads = The load of the PANE
network-pane-head = PANE
network-pane = PANE { $n }
network-schools = Schools
network-people = The new staff
network-plans = Plans and meetings
network-mask = *: masked, so that nobody can be told (fewer than five, or what would give it back). Two pages of different days or schools can be subtracted: do not give them together.
network-unread = { $n ->
    [one] One school or file stays out:
   *[other] { $n } schools or files stay out:
}
network-kept-out = { $n ->
    [one] One school keeps its figures.
   *[other] { $n } schools keep their figures.
}
network-read = { $n ->
    [one] One school counted.
   *[other] { $n } schools counted.
}
network-one-name = “{ $name }”: { $n } schools have this name; they are numbered in the order of their folders.
network-no-school = there is no school here (neither plan.yaml nor suivi.yaml); “arrimage verifier” says what is missing.
network-not-read = { $place } is not read; “arrimage verifier” in that folder says why.
network-newer = { $place } comes from a newer version of Arrimage: update this one.
usage-no-school-found = No school to count in these folders.
usage-change = changes a value, for example: arrimage modifier . suivi n01.état "va bien"
usage-thread = tells all that was said about a person or an issue, in order
usage-note = adds a trace about a person (by identifier, alias or name)
usage-versions = lists the versions kept
usage-compare = says in words what changed: between two versions, or from a version to now
usage-fuse = merges three texts, for git; code 1 and marks where two people wrote different things
usage-purge = removes a person for ever, versions included; --echues, everyone whose keep-until date has passed
usage-consent = Without a keyboard, the removal needs { $value }.
fuse-marks = { $file }: the two texts are between marks; keep what is needed from each.
fuse-clashes = { $file }: { $n ->
    [one] one field says two things; choose between the marks:
   *[other] { $n } fields say two things; choose between the marks:
}
usage-minutes = writes the minutes of a meeting; without any newcomer’s name, unless --nominatif
usage-agreement = writes the agreement of somebody and the mentor, filled or to fill together
usage-welcome = writes somebody's welcome letter, from bienvenue.md if the school has one
letter-title = { $school }: welcome!
letter-hello = Hello { $name },
letter-arrived = You have been with us since { $day }. Here is what to find your way with.
letter-expected = We look forward to welcoming you on { $day }. Here is what to begin with.
letter-who = Whom to ask
letter-contact = { $who }, who looks after your arrival
letter-mentor = { $who }, your mentor
letter-first-days = Your first days
letter-time = Time for you
letter-release = { $n ->
    [one] One release day awaits you
   *[other] { $days } release days await you
}, to settle in and plan.
letter-support = All this is support, never evaluation. No question is too small.
usage-person = writes what the files say about a person (for an access request), without surveys and others’ records
usage-export-plan-action = writes the action plan: every row with its means (--bref: what is to come, on one page)
usage-export-plan-action-bref = writes the rows of the plan to come, on one page
usage-export-bilan = writes the review of the year, without any name; so does “arrimage bilan”
usage-chart = writes the chart of an indicator, with the numbers of the screen (SVG)
usage-restore = puts a version back; what was there before is kept
usage-schema = gives the JSON schema of a file, for editors
usage-completion = prints the completions of a shell: arrimage completion bash > ~/.local/share/bash-completion/completions/arrimage
usage-manual = prints the manual page: arrimage manuel > arrimage.1
manual-name = NAME
manual-what = arrimage - the deployment plan and the table of an induction committee, on a projector
manual-commands = COMMANDS
manual-status = EXIT STATUS
manual-files = FILES
manual-files-what = A school is a folder: plan.yaml, suivi.yaml, regulations/, impacts/, sondages/, exports/, versions/. Nothing is sent anywhere.
usage-status = Exit code: 0 all is well; 1 verifier found errors; 2 wrong usage, or unreadable file.
usage-see-help = “arrimage --help” shows all the commands.
usage-missing = Missing: { $value }
usage-no-value = A value is missing after { $value }.
usage-value = Unknown value: { $value }
usage-unknown = “{ $value }” is not known here.
usage-twice = { $value } does not go with the rest of the command.
usage-other = The command is not clear. { $value }
usage-view = “{ $value }” is not a view. Views: portrait, plan, tableau, rencontres, rencontre, impact, enjeux.
usage-since = --depuis { $value } only goes with “fil”, “rencontres” and “changements”.
usage-schema-kind = “{ $value }” has no schema. Schemas: plan, suivi, regulation, impact, sondage, theme.
usage-empty-trace = A trace says at least one thing: --note, --va-bien, --defi, --prochain-pas or --soutien.
usage-needs-terminal = To open the application: run “arrimage” in a terminal window.
usage-no-terminal = This window cannot open the application. Try another terminal window.
ask-folder = In which folder?
ask-school = What is the school called?
ask-year-of-start = For which school year, the one in which the programme starts? This plan begins long before: a nearer year would make it late.
ask-year = For which school year?
ask-first-day = First day of school?
ask-last-day = Last day of school?
ask-breaks = School breaks, from the first to the last day of each (public holidays are known)?
ask-template = From which template ({ $known })?
ask-members = A member of the committee, and their role (“Ana Roy, principal”; Enter alone: that is all)?
ask-newcomers = A person who arrives (Enter alone: that is all)?
founding-place = In which folder? Enter keeps this one.
founding-order = What level does it teach?
founding-template = From which deployment plan?
founding-members = Who is on the committee? One person a line, with the role: “Ana Roy, principal”.
founding-newcomers = Who arrives this year? One person a line: “Zoé Côté, teacher, 27 August”; or nothing.
founding-empty = From nothing: a committee and its meetings, without a deployment plan
founding-no-day = This day cannot be read. Write for example { $day }.
founding-make = Make the school and begin
founding-unnamed = Name the school first
founding-line = { $what }: { $said }
founding-nothing = —
founding-name = Name
founding-folder = Folder
founding-teaches = Level
founding-plan = Plan
founding-first = First day of school
founding-last = Last day of school
founding-committee = Committee
founding-people = People who arrive
founding-cloud = A OneDrive or Google Drive folder is fine: every computer of the committee sees the same school there. All of it can be changed later, except the folder.
founding-later = Nothing is written. E goes on where you were, as long as Arrimage stays open.
keys-founding = Enter: change   o: make   Esc: later
school-typed = Another folder…
school-which = Which folder is the school’s?
school-not = { $place } is not the folder of a school: it has neither plan.yaml nor suivi.yaml. E makes one.
template-title = Template: { $title }
heading-questions = { $stage } ({ $done } of { $all })
question-again = already answered: { $answer }
field-progres-repere = Sign of progress
field-progres-quand = Looked at on
field-progres = Progress
field-sous-actions = Means
field-sous-actions-quoi = What
field-sous-actions-qui = Who
field-sous-actions-quand = When
field-sous-actions-etat = State
field-sous-actions-fait-le = Done on
field-sous-actions-questions = Questions
heading-means = Means { $n } of { $count }
new-means = New means: what?
new-of-row = Add to this row
serve-which = Which issue does this row serve? (Esc: none, for now)
serve-issue = Serve the issue “{ $name }”
created = School created in { $place }. Open it with: arrimage { $place }
change-none = Nothing to change: the value is already that one.
verify-fine = Everything reads well, and everything holds together.
verify-summary = { $errors } error(s), { $remarks } remark(s).

## What is worth looking at
advice-mend = To correct
advice-consider = To consider
advice-why = Why: { $reason } ({ $source })
advice-title = Verification of the school
advice-question = What is worth looking at?
advice-none = Nothing to report.
advice-silenced = { $n ->
    [one] One remark silenced by the plan.
   *[other] { $n } remarks silenced by the plan.
}
advice-place = { $who }: { $sentence }
home-advice = { $n ->
    [one] One point to look at (screen 6)
   *[other] { $n } points to look at (screen 6)
}
advice-sans-repondant = no contact on the committee.
    .reason = The board must first answer one question: who looks after whom?
    .remedy = Choose a contact.
advice-sans-mentor = no mentor.
    .reason = Mentoring is the most common measure: 17 programs out of 19 offer it.
    .remedy = Offer a pairing; the person may prefer to go without.
advice-sans-trace = { $days ->
    [0] not spoken of yet.
    [one] not spoken of for a day.
   *[other] not spoken of for { $days } days.
}
    .reason = Each regulation meeting starts from the traces we keep.
    .remedy = Ask how things are going, and leave a trace, even a short one.
advice-palier-3-sans-palier-1 = specific support, without any universal support.
    .reason = What is offered to everyone is checked before moving to another tier.
    .remedy = Add the tier 1 support modalities already received, or offer them.
advice-liberation-non-accordee = no release days granted.
    .reason = The plan provides for days from the arrival on, to settle in and plan.
    .remedy = Grant the days planned, or correct the plan.
advice-liberation-non-prise = release days granted, none taken after two months.
    .reason = These days are most useful at the start.
    .remedy = Offer to put them on the schedule.
advice-mentor-qui-evalue = the mentor also evaluates.
    .reason = Evaluating contradicts the role of support and harms mentoring: the two are better kept apart.
    .remedy = Pair with somebody who does not evaluate. If this person does not, say so at F3 (Evaluates).
trace-confidential = What is said to a mentor stays between them.
advice-mentor-autre-batiment = the mentor works elsewhere ({ $building }).
    .reason = Being close by comes first in what helps: 25 mentors out of 34, 86 mentees out of 119, 20 principals out of 37.
    .remedy = See whether there is someone in the same building, or plan visits.
advice-mentor-sans-degagement = { $who } mentors without release time.
    .reason = Where mentoring is established, two days per cycle are set aside for it, about 20% of the workload.
    .remedy = Enter the release time, or ask for some.
advice-mentor-charge = { $who } mentors { $n } people with { $share } of release time.
    .reason = With about 20%, the most ever reported is 13 people.
    .remedy = Share the pairings, or increase the release time.
advice-mentor-change-tot = a mentor changed before three months.
    .reason = A landmark from the mentoring of students, by analogy: so brief a relationship can harm the feeling of competence and self-esteem.
    .remedy = Make sure that the present pairing has time ahead of it.
advice-sans-regulation = { $days ->
    [0] No regulation meeting yet this year.
   *[other] No regulation meeting for { $days } days.
}
    .reason = The committee chose a frequency, and regulation must happen often.
    .remedy = Start a meeting (r), or review the frequency (F3).
advice-etape-4-sans-3 = “{ $name }” is in place without having gone through the possible actions.
    .reason = Step 3 is for looking for ideas and giving out mandates.
    .remedy = Go back to step 3, or note what was done.
advice-impact-sans-donnees = “{ $name }” is at its impact check without initial data.
    .reason = Impact is seen by comparing with the start.
    .remedy = Write the initial data, even if approximate.
advice-etape-en-retard = “{ $name }” is late.
    .reason = A precise mandate has a date.
    .remedy = Tick it, put it off, or drop it and say why.
advice-etape-sans-responsable = “{ $name }” has no lead.
    .reason = Each row of the school plans names the person who carries it.
    .remedy = Choose who takes charge of it.
advice-etape-sans-date = “{ $name }” has no date.
    .reason = The plan of one elementary school dates each of its nine rows; that of one high school leaves the date to the school.
    .remedy = Write when, even “mi-octobre”.
advice-plan-non-presente = The plan has not been presented to the CPE and the AG yet.
    .reason = The plan of one high school presents it to both, as early as possible.
    .remedy = Tick the row that presents it, or add one that names CPE and AG.
advice-sans-mesure-impact = There has been no impact check this year.
    .reason = A check says whether to continue or to redo some steps.
    .remedy = Open screen 5 and add a check.
advice-visees-absentes = In the plan or said by the school: { $done } aims of { $all }. Not yet: { $left }.
    .reason = What 19 Québec programs seek. Only one touched nearly all of them: nothing is required.
    .remedy = See Aims on screen 6.
advice-mesures-absentes = In the plan or said by the school: { $done } measures of { $all }. Not yet: { $left }.
    .reason = What 19 Québec programs do.
    .remedy = See Measures on screen 6; Enter makes one a row.
advice-conditions-absentes = Said by the school: { $done } conditions of { $all }. Not yet: { $left }.
    .reason = Features of an effective program, according to Cambier and colleagues.
    .remedy = See Conditions on screen 6.
weigh-judging = “{ $word }” evaluates: say instead what would help.
weigh-intimate = “{ $word }”: is it needed to support?
kept-until = Departure noted. The record is kept until { $day } (the school’s rule).
kept-unsaid = Departure noted. Nothing says until when the record is kept: see Keep until.
heading-privacy = Personal information
field-responsable-prp-nom = Responsible for protection
field-responsable-prp-courriel = E-mail
field-conservation-apres-depart = Keep records, after a departure
field-conservation-apres-arrivee = Keep records, after an arrival
advice-sans-regle-de-conservation = nothing says how long a record is kept after a departure.
    .reason = What has served is destroyed or anonymised: a rule is needed. To be confirmed by the person responsible.
    .remedy = Write it at F3 (“1 an”): the day will be proposed at each departure.
advice-sans-date-de-conservation = gone, with no day until which the record is kept.
    .reason = What has served is destroyed or anonymised. To be confirmed by the person responsible.
    .remedy = Write Keep until, on the record.
advice-mot-qui-evalue = the word “{ $word }” evaluates.
    .reason = Support and evaluation harm each other when they mix.
    .remedy = Say instead what would help. The word stays if you keep it.
advice-mot-trop-intime = the word “{ $word }” may be too private to be written here.
    .reason = Only what is needed to support a person is written (principle of necessity).
    .remedy = Keep what serves to support. The word stays if you keep it.

## Taking a list in, giving the board, two days
between-since = What changed since which day? (“15 octobre”, “octobre”, “2026-10-15”)
between-until = Until which day?
refused-past-day = This is not a day. Try “15 octobre”, “octobre”, “le mois dernier” or “2026-10-15”.
between-held = Meetings held in between: { $days }
between-starts = Versions begin on { $day }: before that, this is what the meetings say.
between-no-version = No version is kept yet: this is what the meetings say.
import-which = Which list? Type the path of a CSV, Excel or LibreOffice file, or drop it here.
import-choose = Which list? Choose, or type its path (Tab completes).
survey-choose = Which answers? Choose, or type the path of the file (Tab completes).
import-stale = The board has changed since this preview: here it is anew, to be read before it is written.
import-title = Take a list in
import-not-here = A list names people: p leaves the wall.
import-reading = Reading { $file }… Esc gives up.
import-writing = Writing { $n } records… Esc gives up.
import-given-up = Given up: nothing was written.
read-too-late = The file is read, but you are doing something else: begin again (I) whenever you like.
import-head = “{ $head }” ({ $example }) goes to which column? Your choice will be remembered.
import-head-vague = “{ $head }” ({ $example }) goes in which column? This head says little: it will be asked each time.
import-left-out = Leave this column out
import-no-names = No column of this table gives people’s names: call one of them “Nom”.
import-take = Take this list: { $what }
import-goes = { $head } → { $column }
import-stays-out = stays out
import-kept = (your choice)
import-id = the id of the record
import-first-name = the first name
import-new-column = Keep as a column of the school: “{ $name }”
import-which-sheet = Several sheets name people. Which one?
import-sheet = Sheet: { $sheet }
import-order = “{ $head }”: how should { $example } be read?
import-day-first = day/month/year
import-month-first = month/day/year
import-year-first = year/month/day
import-hidden = { $n ->
    [one] One row is hidden in the workbook, by a filter or by hand. Take it too?
   *[other] { $n } rows are hidden in the workbook, by a filter or by hand. Take them too?
}
import-hidden-leave = Leave hidden rows out
import-hidden-take = Take hidden rows too
import-hidden-out = { $n ->
    [one] One hidden row stays out.
   *[other] { $n } hidden rows stay out.
}
import-hidden-told = { $n ->
    [one] One row is hidden in the workbook: it stays out. To take it: --masquees
   *[other] { $n } rows are hidden in the workbook: they stay out. To take them: --masquees
}
import-who = This list seems to hold the whole staff. Whom to take?
import-since = { $n ->
    [one] The person who arrived since { $day }
   *[other] The { $n } people who arrived since { $day }
}
import-everyone = { $n ->
    [one] The only person of the list
   *[other] The { $n } people of the list
}
import-only-since = Only the people who arrived since { $day }
import-all = Everybody in the list
import-earlier-out = { $n ->
    [one] One person stays out: here before, or the list does not say since when.
   *[other] { $n } people stay out: here before, or the list does not say since when.
}
import-titles = Taken out of the names: { $titles }
import-field = { $field }: { $value }
keys-import = o takes the list   Enter changes a line   Space ticks a person   Esc cancels
import-added = { $n ->
    [one] { $n } new person
   *[other] { $n } new people
}
import-changed = { $n ->
    [one] { $n } record changes
   *[other] { $n } records change
}
import-absent = { $n ->
    [one] { $n } person on the board is not in the list: nothing changes for them.
   *[other] { $n } people on the board are not in the list: nothing changes for them.
}
import-nothing = Nothing to change: the board says all of this already.
import-nobody = Nothing comes in: see below what stays out, and why.
import-headless = { $n ->
    [one] One row says something under a column without a title: it stays out. Give the column a title to take it.
   *[other] { $n } rows say something under a column without a title: that stays out. Give the column a title to take it.
}
import-half-named = { $n ->
    [one] One new person has a name of one word: is the other half in a column that stays out?
   *[other] { $n } new people have names of one word: is the other half in a column that stays out?
}
import-spoiled = The accents of this file are damaged (heading “{ $head }”): nothing is taken. Download it again, or save it in Excel as “CSV UTF-8”.
import-recent-told = { $n ->
    [one] One arrival before { $day } stays out. To take it: --depuis toujours
   *[other] { $n } arrivals before { $day } stay out. To take them: --depuis toujours
}
import-refused = Line { $line }, { $head }: “{ $value }” does not fit, and stays out.
import-refused-nobody = Line { $line }: nobody can tell who it is about.
import-refused-heads = Row { $line }: other headings begin here; what is below stays out. Put this second table in a file of its own.
import-refused-spoiled = Line { $line }: the name “{ $value }” has lost a letter. Save the list as “CSV UTF-8” or as an Excel workbook.
import-refused-whose = Row { $line }: “{ $value }” is the name of two people or of two rows: it is not known whom it is about.
import-refused-id = Row { $line } (“{ $value }”): its id is nobody’s on the board.
import-refused-number = Row { $line } (“{ $value }”): another row has the same number; this one stays out.
import-refused-other-name = Line { $line }: the number of “{ $value }” is on the board under another name. The row stays out.
import-refused-broken = Line { $line }, { $head }: an error, or a formula without a value; the row stays out. Save the workbook in Excel first.
import-unknown-head = “{ $head }” is not a known column: it stays out. To take it: --colonne "{ $head }={ $near }"
import-consent = Write “oui” to take this list, anything else to do nothing:
import-done = { $n ->
    [one] List taken in: one record written. The state before is in versions/.
   *[other] List taken in: { $n } records written. The state before is in versions/.
}
publish-tableau = Board with names, { $form }
form-csv = separated by semicolons (CSV)
form-xlsx = for Excel
action-import = Import a staff list or, on screen 5, a survey (CSV, Excel)
action-between = What changed between two days
hint-import = import
hint-between = two days
fault-not-a-table = This file is neither a CSV nor a workbook (.xlsx, .xls, .ods), or it is damaged.
    .remedy = In Excel, save the list as “Excel Workbook (.xlsx)” or “CSV UTF-8”.
fault-locked-table = This workbook is protected by a password: it cannot be read.
    .remedy = Open it in Excel, save a copy without a password, take that one here, then delete it.
fault-web-page = This file is a Web page, even if its name ends like that of a workbook.
    .remedy = Open it in Excel and save it as “Excel Workbook (.xlsx)”.
fault-no-table = This file has no table: it needs a line of headings, then at least one line.
    .remedy = Put the list on a sheet that is shown (a hidden sheet is not read), with the headings at the top.
fault-too-many-rows = This table has more than { $most } lines.
    .remedy = Keep only the lines that matter, then try again.
fault-too-many-columns = This table has more than { $most } columns.
    .remedy = Keep only the useful columns, then start again.
fault-several-forms = Several sheets hold answers: { $sheets }.
    .remedy = Hide the sheets that must not be read, or save each in a file of its own.
fault-no-names = No column of this table gives people’s names.
    .remedy = Call the column of names “Nom”, or say which one it is: --colonne "Titre=nom"
usage-changes = what changed on the board and in the plan since a day
usage-between = what changed from one day to another, or until today
usage-dates = “{ $value }”: say jour-mois, mois-jour or annee-mois.
usage-day = This is not a day: { $value }. Try 2026-10-15.
usage-export-calendrier = writes the meetings, the actions and the dates of the plan, for a calendar (.ics)
usage-export-tableau = writes the board for a spreadsheet; it comes back with “importer”
usage-survey-import = takes the answers of a survey (Microsoft Forms or Google Forms): counts, never rows
usage-survey-network = shares out among the schools of a network the answers to one form, which has a column of schools
usage-survey-school = No column of the form says the school, or several do. Name it: --ecole "Title". There are: { $value }.
network-survey-file = → { $file }
network-survey-few = fewer than five answers: nothing is written there
network-survey-kept = it keeps its numbers: nothing is written there
network-survey-unread = cannot be read: nothing is written there
network-survey-nobody = no answer
network-survey-by = --croiser does nothing here: each question is crossed by school.
network-survey-uncrossed = By school, no question has enough answers to be told.
network-survey-none = The network has no plan of its own (« réseau: accompagne »): its counts are shown here and kept nowhere.
network-survey-unknown = { $n ->
    [one] One answer says no known school: it counts for the network only.
   *[other] { $n } answers say no known school: they count for the network only.
} The names come from the plans, the folders and reseau.yaml (« autres_noms »).
network-survey-consent = Write these surveys?
network-survey-failed = { $school }: { $why }
usage-survey-model = gives a questionnaire to paste into Forms
usage-survey-show = shows a survey beside the one before and the counts of the CSSPS; “cssps” shows those counts alone
usage-survey-what = “{ $value }”: say importer, modele or montrer.
usage-survey-audience = “{ $value }”: say nouveaux, sans-mentor, mentors or direction.
usage-survey-question = “{ $value }”: write --question "Head=N4", with the head of a question of the file.
usage-survey-kind = “{ $value }” is no kind of question: write "Title=choix", "Title=choix multiples", "Title=rangs", "Title=échelle", "Title=commentaires" or "Title=dehors".
usage-survey-unread = “{ $value }”: the file has no question of that title, or none of its answers reads that way.
usage-survey-cross = Answers cannot be counted by “{ $value }”: it takes a question of the school’s, with one answer, that two to eight groups share.
usage-survey-invited = --invites: { $value } people answered; at least as many were asked.
usage-import = takes a staff list in, or the board back from a spreadsheet: shows what changes, then asks
usage-column = This column is not known: { $value }. Write --colonne "Titre=clé", the key being nom, fonction, bâtiment, arrivée…
usage-no-head = No column of the file has this heading: { $value }.
unprinted = The result could not be written out.
usage-format = This format does not go with what is asked: { $value }.

## Indicators
field-calcul = From the files
reading-of = { $value } of { $total }
reading-of-many = { $value } of { $total } ({ $percent }%)
reading-start = Start:
reading-now = Now:
reading-target = Target:
target-attained = The target is reached.
target-ahead = The target is not reached yet.
chart-median = median { $value }
chart-median-plain = median
mark-step = step { $before } → { $after }
mark-round = round { $round }: steps are done again
chart-target = target { $value }
chart-too-few = { $n ->
    [0] No point yet.
    [one] 1 point: too few to conclude.
   *[other] { $n } points: too few to conclude (it takes ten off the median).
}
chart-no-signal = { $n } points: chance alone explains them. The ups and downs tell of no change.
chart-run = A change: { $n } points in a row on one side of the median, more than chance makes.
chart-crossings = { $n ->
    [0] A change: the line never crosses the median, less than chance would.
    [one] A change: the line crosses the median only once, less than chance would.
   *[other] A change: the line crosses the median only { $n } times, less than chance would.
}
levels-missing = Guskey levels without an indicator: { $levels }

## Surveys
survey-audience-nouveaux = New staff
survey-audience-sans-mentor = New staff without a mentor
survey-audience-mentors = Mentors
survey-audience-direction = Principals
survey-audience-autres = Others
survey-title = Survey
survey-answers = { $n ->
    [0] no answer
    [one] 1 answer
   *[other] { $n } answers
}
survey-rate = { $said } answered
survey-reference = CSSPS, { $when }
survey-reference-note = CSSPS: Centre de services scolaire des Premières-Seigneuries. Counts to compare with, not a norm.
survey-several = several answers allowed
survey-ranks = 1st choice · 2nd choice
survey-eight = 8 or more: { $said }
survey-median = median { $value }
survey-mean = mean { $value }
survey-nps = NPS { $score } (from 9 to 10: { $promoters } · from 7 to 8: { $passives } · 6 or less: { $detractors }; share of the first less share of the last, on a scale that usually starts at 0)
survey-nps-few = From 9 to 10: { $promoters } · from 7 to 8: { $passives } · 6 or less: { $detractors } (too few answers for an NPS score)
survey-comments = Comments, in no order
survey-comments-kept = { $n ->
    [one] 1 comment: only the principal reads it.
   *[other] { $n } comments, shuffled: only the principal reads them.
}
survey-crossed = By “{ $by }”
survey-too-few-to-cross = Too few answers in each cell to show them without telling whose they are.
survey-group = { $group } ({ $n })
survey-withheld = { $n } answers are not shown: their groups have fewer than five, or would let them be guessed.
survey-will-cross = Answers will also be counted by “{ $by }”; what fewer than five people answered stays hidden.
survey-take = Take this survey: { $what }. The rows of the file are not kept, only the counts.
survey-preview = Take a survey
keys-survey-import = ↑↓ goes to a line   Enter changes it   o takes the survey   Esc cancels
survey-unfinished = { $n ->
    [one] 1 row without the time of an answer is not counted: an unfinished answer, or a total.
   *[other] { $n } rows without the time of an answer are not counted: unfinished answers, or totals.
}
survey-unnamed = { $n ->
    [one] 1 comment named somebody: “…” stands for the name.
   *[other] { $n } comments named somebody: “…” stands for the names.
}
survey-counted = counted
survey-not-counted = not counted
survey-kind-out = leave out: it says who answered
survey-kind-own = question of the school, not the catalogue’s
survey-dropped-one = Never kept, because it says who: { $head }
survey-repeats = Line { $line }: the same answers as line { $first }
survey-trial = Line { $line }: a trial of the form
survey-kind = “{ $question }”: how was it answered?
survey-by-whom = Answered: { $whom }
survey-on = Day of the answers: { $day }
survey-invited = People invited: { $n }
survey-uncrossed = Also counted by: no question
survey-how = To change what was understood: --genre "Title=choix multiples", --question "Title=N4", --compter-tout.
survey-replaces = Replaces what the same people answered that month ({ $rate }); the version before is kept.
survey-left = Left aside, not a question: { $heads }
survey-undated = The file does not say when people answered: the month is today’s, unless --date says otherwise.
survey-few = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}: fewer than five, only the principal reads them.
survey-own = the school’s question
survey-which = Which survey? Type the path of the file from Forms (CSV or Excel), or drop it here.
survey-whom = Who answered this survey?
survey-when = When was it answered? (the last day)
survey-when-refused = That day does not exist, or has not come yet. Write it like this: 2026-10-26.
survey-hidden = { $n ->
    [one] One row hidden in the workbook is counted too.
   *[other] { $n } rows hidden in the workbook are counted too.
}
survey-asked = How many people did you send it to? (empty: unknown)
survey-cross-by = Count the answers by a question too?
survey-cross-none = No
survey-consent = Write “oui” to take this survey, anything else to do nothing:
survey-done = Survey taken: { $file }. The file of answers may name people: delete it once you no longer need it.
survey-compare-with = Compare with which question of the catalogue?
survey-model-nouveaux =
    Your support this year
    A few questions about the support you received. Do not write your name: answers serve to adjust the support, not to evaluate anybody. Three minutes.
survey-model-sans-mentor =
    Your arrival at the school
    A few questions about the welcome you received. Do not write your name: answers serve to adjust the welcome, not to evaluate anybody. Three minutes.
survey-model-mentors =
    Your role as a mentor
    A few questions about time, conditions and what comes next. Do not write your name: answers serve to adjust mentoring, not to evaluate anybody. Five minutes.
survey-model-direction =
    Mentoring in your school
    A few questions about what you see. Do not write anybody’s name: answers serve to adjust mentoring. Three minutes.
survey-model-foot =
    At the end of the form, say who will read what: the counts, the committee; the comments, only the principal.
    In Forms: ask for neither name nor e-mail, and untick “Record name”. Keep the questions as they are worded: that is how Arrimage knows them.
survey-how-choix = choice, one answer
survey-how-choix-multiples = choice, several answers
survey-how-rangs = ranking, the most important first
survey-how-echelle = rating from 1 to 10
survey-how-commentaires = text, optional
new-impact = Add what?
new-impact-check = An impact check of an issue
new-impact-indicator = An indicator
new-impact-scale = An objective with five levels
new-impact-survey = A survey, from the file of Forms
new-indicator-of = An indicator of which issue?
new-scale-of = An objective of which issue?
target-attained-short = Target reached
target-ahead-short = Target not reached
scale-hint = n adds an objective with five levels: at step 3, write beforehand what would be expected.
guskey-1 = reactions
guskey-2 = learning
guskey-3 = support of the school
guskey-4 = use in practice
guskey-5 = results
calcul-maintien = Still at the school, of all who came
calcul-maintien-au-centre = Still in the service centre, of those of whom it is known
calcul-maintien-dans-la-profession = Still in the profession, of those of whom it is known
calcul-avec-repondant = With a contact
calcul-avec-mentor = With a mentor
calcul-vont-bien = Going well
calcul-traces-du-mois = With a trace in the month
calcul-liberation-prise = Release days taken, of those granted
calcul-paliers-cibles = With more than the universal tier
calcul-etapes-a-temps = Rows of the plan done in time, of those whose day has come
calcul-actions-a-temps = Actions done in time, of those whose day has come
rounds-round = round { $n }
review-here = At the school
survey-asked-few = { $n } people answered: at least as many were asked.
field-close = Concluded
field-fait-le = Done on
impact-surveys = Surveys
impact-references = To compare
field-invites = People asked
field-repondants = Answers
field-public = Audience
field-sondage = Survey
document-survey = survey { $day }
word-choix = choice
word-choix-multiples = several choices
word-rangs = ranks
word-commentaires = comments
word-nouveaux = new staff
word-mentors = mentors
word-autres = others
ask-archive-survey = Take the survey “{ $name }” away? Its versions stay.
field-code = Question of the catalogue

# --- line by line, for screen readers and braille
linear-how = One question at a time. Enter skips, or keeps what is there. A line that starts with “/” is a command: /help lists them, /again reads the page again, /next and /previous go from one person to another, /quit leaves.
linear-help = A command is said by its key (/u) or by a word of its name (/undo). Everywhere: /next and /previous in a meeting, /home, /board, /plan, /meetings, /impact, /undo, /redo, /export, /quit. To listen: /again reads the page again, /clear empties what is asked, /list says every choice; two bars write a text that starts with a bar. Here:
linear-again = again
linear-clear = clear
linear-all = list
linear-blank = Nothing is shown. Enter to come back.
linear-not-here = This can only be set on the screen.
linear-pause = Enter to go on.
linear-open = A number, from 1 to { $n }, to open.
linear-back = Enter to go back.
linear-unknown = “{ $said }” is no command here. /help lists them.
linear-now = { $title } (now: { $value })
linear-last = { $title } (last time: { $value })
linear-cell = { $title }: { $value }
linear-several = Several numbers or words, separated by commas, replace what is there.
linear-many = { $n } choices: a number or a word; /list says them all.
linear-number = Answer with a number, or Enter to skip.
linear-yes-no = yes or no?
linear-no-choice = “{ $said }” is none of the choices, or names several.
linear-no-such-name = “{ $said }” is not in the list, or names several things in it. To write it anyway: +{ $said }
linear-preview = yes: take; a number: change that line; no: leave.
linear-present = { $name }: { $state }. Yes if here, no if not.
linear-row = Step of the plan: { $row }, { $when } ({ $state }). Is it done, yes or no?
linear-nothing = Nothing to do here.
linear-left = Left as it is.
linear-which = About whom, or what? Open a line by its number first.
linear-no-line = No line has that number.
linear-sides = 1 or 2; Enter: later.
hidden-direction = For the direction only: F4 changes who reads the screen.
open-waits = Waiting for { $file }, which is still in the cloud…
blank-how = any key to come back
projector-by-level = A meeting is under way: F4 changes who reads the screen.
ask-level-down = A meeting is under way. Show on the screen: { $about }?
ask-quit-meeting = Quit Arrimage in the middle of the meeting? It is kept as it is; r resumes it where you are.
ask-measure-early = This issue has not reached regulation yet. Measure its impact anyway? It moves on only when the check is concluded.
hint-board-back = back
typed-outside-meeting = You were typing outside any field: nothing was done. n for a note.
typed-letters = You were typing outside any field: n for a note.
typed-outside = You were typing outside any field: nothing was done. Enter opens the one under the cursor.
found-waits = A text that was found waits until the screen is no longer on a wall (F4).
left-open = The meeting of { $day } was not closed.
left-open-resume = Resume that of { $day }
left-open-replace = Begin another one (that one stays in versions/)
left-open-drop = Throw it away (it stays in versions/)
left-open-dropped = The meeting that was left open is kept in versions/; u brings it back.
names-somebody = This text names somebody: it does not open on a wall. Del removes it; F4 changes who reads the screen.

prp-title = Personal information of the board, { $year }
prp-confirm = To be confirmed by the person responsible for access and for the protection of personal information of the service centre. This document prepares; it is no legal advice.
prp-foot = To be confirmed by the person responsible for access and for the protection of personal information. Support, never evaluation.
prp-what = What this file is for, and how it is kept
prp-what-purpose = To welcome and support new staff: who looks after whom, how each person is doing, and what they need.
prp-what-no-score = No score, no rank, no judgement of competence: the format has none, and none is computed.
prp-what-place = Text files in a folder that the school chooses, on its computers or in its shared space.
prp-what-network = The application sends and receives nothing: it opens no connection.
prp-what-outside = If the folder is in a cloud, one must know where the data are. Outside Québec, an assessment comes first (art. 70.1).
prp-what-levels = Three screen levels (direction, committee, wall) hide what is shown. They do not lock the files: the password of the session and the rights of the folder do.
prp-what-versions = Every state of the files is kept in the folder (versions/), so that nothing is lost.
prp-what-state = What is being typed, and what can be undone, is kept on each computer, outside the folder.
prp-fields = The fields, and who sees them on a screen
prp-fields-note = Only necessary fields are filled (art. 64). The number says how many records have the field.
prp-seen-by = Seen on screen
prp-held = Records
prp-notice = Notice to hand to each newcomer
prp-notice-note = A model, after article 65. Complete it with the person responsible.
prp-notice-body = Who collects: { $school }, of its service centre.
prp-notice-purposes = Why: to welcome you, pair you, answer your needs. Never to evaluate you.
prp-notice-means = How: what you say, and what the induction committee notes in its meetings.
prp-notice-free = You may choose not to answer. Without an answer, the committee supports with what it knows.
prp-notice-access = Who has access: the direction and the members of the induction committee. What is said to your mentor is not asked.
prp-notice-kept = How long: { $rule }
prp-notice-rights = Your rights: to read what is written about you, and to have it corrected (art. 83 and following).
prp-notice-asked = { $who }
prp-inventory = For the inventory of the body
prp-inventory-name = Name of the file
prp-inventory-name-said = Board of new staff, { $school }
prp-inventory-purpose = Purposes
prp-inventory-about = People concerned
prp-inventory-about-said = New staff, whatever the job; members of the committee, by name and role.
prp-inventory-where = Place and medium
prp-inventory-who = Who has access
prp-inventory-who-said = The direction, the members of the induction committee, the secretary who keeps the board.
prp-inventory-kept = How long it is kept
prp-inventory-source = Where it comes from
prp-inventory-source-said = The person, the committee, the staff list.
prp-retention = Retention
prp-retention-proposed = At each departure, the day is proposed from the rule, and can be changed on the record.
prp-retention-purge = When it is due, “purger --echues” shows what goes, then erases it from the files and from all their versions. The register keeps the date, the number and the rule, without a name (art. 73).
prp-retention-unreached = What a purge does not reach: other computers (their texts being typed and their undo), bins, backups, a git history, copies that were handed over.
prp-incident = Confidentiality incident sheet
prp-incident-note = The fields of the register (art. 63.11; regulation A-2.1, r. 3.1, s. 7). Notices are given with diligence if the risk of injury is serious (art. 63.8).
prp-incident-data = Information concerned
prp-incident-what = Circumstances
prp-incident-when = Date or period
prp-incident-known = Date when it was known
prp-incident-people = Number of people
prp-incident-risk = What suggests, or not, a risk of serious injury
prp-incident-notices = Dates of notices (to the Commission, to the people, public)
prp-incident-measures = Measures taken
prp-known = What is known, and what is to be confirmed
prp-known-tested = Checked by the program’s tests
prp-known-network = No connection is opened.
prp-known-minutes = Minutes without names replace the newcomers’ names, in their usual forms; what looks like a name and would stay is shown at the closing.
prp-known-purge = A purge removes the person from the files and from all their versions.
prp-known-access = The sheet of a person holds all that the files and the versions say of them.
prp-known-asked = To be confirmed
prp-ask-efvp = Is a privacy impact assessment required (art. 63.5)?
prp-ask-place = Where may the folder be kept, and who may open it?
prp-ask-retention = How long it is kept, by the body’s schedule.
prp-ask-notice = The text of the notice, and how it is handed over.
prp-ask-access = How requests for access and rectification come and are answered (twenty days at the latest, art. 98).
privacy-officer = Person responsible: { $who }
privacy-officer-unsaid = Person responsible: ……………………………………
privacy-rule = { $rule } after a departure
privacy-rule-arrival = { $rule } after an arrival
privacy-rule-unsaid = …………………… (to be set with the person responsible)
publish-dossier-prp = File for the protection of information, { $form }
usage-export-dossier-prp = writes the file for whoever is responsible for personal information
usage-privacy-file = writes the file for whoever is responsible for personal information
usage-rectify = takes words out of a field of a person, in the files and in every version of them
rectify-question = Take “{ $words }” out of the field “{ $field }”, in the files and in every version of them? This cannot be undone.
rectify-consent = Write “oui” to take these words out, anything else to do nothing:
rectify-which = Which words to take out of this field and of every version of it?
rectified = { $n ->
    [one] One file or version is rectified. The register keeps a line, without the words.
   *[other] { $n } files and versions are rectified. The register keeps a line, without the words.
}
rectify-left = These words are still elsewhere, where nothing was taken out: { $files }.
fault-no-words = Nothing says “{ $value }” in this field.
    .remedy = Write the words as they are written, and the field by its name in the file (note, défi, objectif…).
action-rectify = Rectify: take words out of this field and of its versions
