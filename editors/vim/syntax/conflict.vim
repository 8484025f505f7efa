" Colours for models of conflicts (.conflict).
if exists('b:current_syntax')
  finish
endif

syntax match conflictComment /#.*$/
syntax region conflictString start=/"/ skip=/\\./ end=/"/ oneline
syntax keyword conflictStatement conflict about party parties option never always define status quo prefer each rank weigh move
syntax keyword conflictStatement source because expect state states view allow where satisfy under is stable for equilibrium equilibria
syntax keyword conflictOperator not and or xor iff implies if
syntax keyword conflictCount exactly at least most any all of
syntax keyword conflictModifier irrevocable unresumable
syntax match conflictStatement /^\s*\%(unsure\|attitude\%(\s\+each\)\?\)\ze\s\+\K\k*\s*\%(\K\|\d\|$\)/
syntax match conflictStatement /^\s*\%(unaware\ze\s\+\K\|blind\ze\s\+\%(\%(and\|or\|xor\|iff\|implies\|if\|because\)\>\)\@!\%(\K\|\d\|(\)\)/
syntax match conflictModifier /^\s*\%(strongly\|perhaps\)\ze\s\+\%(\%(and\|or\|xor\|iff\|implies\|if\|because\)\>\)\@!\%(\K\|(\)/
syntax match conflictModifier /\%(^\|,\|\<attitude\s\+\%(each\s\+\)\?\K\k*\)\s*\zs\<\%(against\|neutral\|for\)\>\ze\s\+\K/
syntax match conflictOperator /?/
syntax keyword conflictConstant true false none self
syntax keyword conflictConcept nash gmr smr seq sseq
syntax match conflictNumber /\<\d\+\(\.\d\+\)\?\>/

highlight default link conflictComment Comment
highlight default link conflictString String
highlight default link conflictStatement Statement
highlight default link conflictOperator Operator
highlight default link conflictCount Operator
highlight default link conflictModifier StorageClass
highlight default link conflictConstant Constant
highlight default link conflictConcept Type
highlight default link conflictNumber Number

setlocal commentstring=#\ %s
let b:current_syntax = 'conflict'
