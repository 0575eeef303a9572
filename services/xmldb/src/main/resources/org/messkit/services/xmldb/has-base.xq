db:exists('pantry' || '-base')
