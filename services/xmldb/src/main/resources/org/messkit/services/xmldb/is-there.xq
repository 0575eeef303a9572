db:exists('pantry')
