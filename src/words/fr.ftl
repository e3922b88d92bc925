people-count = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
