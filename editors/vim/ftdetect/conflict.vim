autocmd BufRead,BufNewFile *.conflict setfiletype conflict
