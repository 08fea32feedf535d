-- Answers questions about the citations of pages: one line of JSON each, until the input ends (`pandoc lua cite.lua`).
-- What a question and an answer hold is said in pages/citations/pandoc.py.

local html_options = pandoc.WriterOptions { wrap_text = 'none' }

-- Pandoc marks small capitals by another class than the titles of papers have.
local as_in_titles = {
  SmallCaps = function(inline)
    return pandoc.Span(inline.content, pandoc.Attr('', { 'small-caps' }))
  end,
}

local function to_html(blocks)
  return (pandoc.write(pandoc.Pandoc(blocks):walk(as_in_titles), 'html', html_options))
end

local function group_of(items)
  local citations = pandoc.List(items):map(function(item)
    return pandoc.Citation(item.id, item.mode, pandoc.Inlines(item.prefix), pandoc.Inlines(item.suffix))
  end)
  return pandoc.Plain { pandoc.Cite({}, citations) }
end

local function reference_of(entry)
  local label = ''
  local rest = entry.content:walk {
    Span = function(span)
      if span.classes:includes 'csl-left-margin' then
        label = pandoc.utils.stringify(span):match '^%s*(.-)%s*$'
        return {}
      elseif span.classes:includes 'csl-right-inline' then
        return span.content
      end
    end,
    Para = function(para) return pandoc.Plain(para.content) end,
  }
  return { id = entry.identifier:sub(#'ref-' + 1), label = label, html = to_html(rest) }
end

local function answer(question)
  local read = pandoc.read(question.items, 'csljson')
  local uncited = pandoc.List(question.uncited):map(function(id) return pandoc.Citation(id, 'NormalCitation') end)
  local blocks = pandoc.List(question.groups):map(group_of)
  local count = #blocks
  local done = pandoc.utils.citeproc(pandoc.Pandoc(blocks, {
    references = read.meta.references,
    nocite = pandoc.MetaInlines { pandoc.Cite({}, uncited) },
    csl = question.style,
    lang = question.locale,
    ['link-citations'] = true,
    ['link-bibliography'] = false,
  }))
  local groups, references = pandoc.List {}, pandoc.List {}
  for number, block in ipairs(done.blocks) do
    if number <= count then
      groups:insert(to_html { pandoc.Plain(block.content[1].content) })
    elseif block.identifier == 'refs' then
      references = block.content:map(reference_of)
    end
  end
  return { groups = groups, references = references }
end

for line in io.lines() do
  local good, result = pcall(function() return answer(pandoc.json.decode(line, false)) end)
  io.write(pandoc.json.encode(good and result or { error = tostring(result) }), '\n')
  io.flush()
end
