#!/usr/bin/env bash
# Opens what the app gives to others in the programs that will read it: a headless Chromium prints the pages, LibreOffice
# opens the Word documents. Checked: Letter paper, the notice on each page, one page for the plan, every section there.
# Needs chromium, soffice, pdfinfo and pdftotext (Debian: chromium libreoffice-writer-nogui poppler-utils).
# Usage: tests/papers.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/arrimage}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ARRIMAGE_DOSSIERS="$work/home"
school="$work/home/data/ecole-des-quatre-vents"
"$program" montrer portrait > /dev/null

"$program" compte-rendu "$school" --format html -o "$work/minutes.html" > /dev/null
"$program" compte-rendu "$school" --nominatif --format html -o "$work/named.html" > /dev/null
"$program" exporter "$school" plan-action --format html -o "$work/plan.html" > /dev/null
for model in primaire secondaire implantation programme; do
    "$program" nouveau "$work/$model" --modele "$model" --ecole "École" --annee 2026-2027 > /dev/null
    "$program" exporter "$work/$model" plan-action --bref --format html -o "$work/brief-$model.html" > /dev/null
    "$program" exporter "$work/$model" plan-action --bref --format docx -o "$work/brief-$model-word.docx" > /dev/null
    "$program" exporter "$work/$model" plan-action --format docx -o "$work/plan-$model-word.docx" > /dev/null
done
"$program" exporter "$school" plan-action --bref --format html -o "$work/brief.html" > /dev/null
"$program" exporter "$school" plan-action --bref --format docx -o "$work/brief-word.docx" > /dev/null
"$program" compte-rendu "$school" --format docx -o "$work/minutes-word.docx" > /dev/null
"$program" compte-rendu "$school" --nominatif --format docx -o "$work/named-word.docx" > /dev/null
"$program" bilan "$school" --format docx -o "$work/review-word.docx" > /dev/null
"$program" exporter "$school" plan-action --format docx -o "$work/plan-word.docx" > /dev/null

for page in minutes named plan brief brief-primaire brief-secondaire brief-implantation brief-programme; do
    chromium --headless --no-sandbox --disable-gpu --print-to-pdf="$work/$page.pdf" "$work/$page.html" > /dev/null 2>&1
done
soffice --headless --convert-to pdf --outdir "$work" "$work"/*.docx > /dev/null 2>&1

fail() { echo "$1: $2" >&2; exit 1; }
for pdf in "$work"/*.pdf; do
    name=$(basename "$pdf" .pdf)
    pdfinfo "$pdf" | grep -q "letter" || fail "$name" "is not on Letter paper"
    pages=$(pdfinfo "$pdf" | awk '/^Pages/ {print $2}')
    notice="jamais d’évaluation"
    case "$name" in
        named*) notice="DOCUMENT NOMINATIF" ;;
        brief*) [ "$pages" -eq 1 ] || fail "$name" "takes $pages pages" ;;
    esac
    for page in $(seq "$pages"); do
        pdftotext -f "$page" -l "$page" "$pdf" - | grep -q "$notice" || fail "$name" "page $page has no notice"
    done
    text=$(pdftotext "$pdf" -)
    case "$name" in
        minutes*) for word in "Qui était là" "Décisions" "Réserver la suppléance" "Prochaine rencontre"; do
                grep -q "$word" <<< "$text" || fail "$name" "does not say « $word »"
            done
            ! grep -Eq "Amélie|Fatoumata" <<< "$text" || fail "$name" "names somebody" ;;
        named*) grep -q "Amélie Côté" <<< "$text" || fail "$name" "does not name those it should" ;;
        review*) [ "$(pdfimages -list "$pdf" | grep -c image)" -ge 2 ] || fail "$name" "shows no chart"
            grep -q "Ce que l’école fait" <<< "$text" || fail "$name" "does not say what the school does"
            ! grep -Eq "Gagnon|Tremblay|Amélie" <<< "$text" || fail "$name" "names somebody" ;;
        plan-implantation*) for word in "Repérer les défis possibles" "Outiller la réflexion"; do
                grep -q "$word" <<< "$text" || fail "$name" "does not say « $word »"
            done ;;
        plan*|brief*) ! grep -Eq "Gagnon|Tremblay|Amélie" <<< "$text" || fail "$name" "names somebody" ;;
    esac
    echo "$name: $pages page(s), Letter, notice on each"
done
