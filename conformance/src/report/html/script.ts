/**
 * What the page does: it filters, copies commands, and opens what a link leads to. Everything can be read without it.
 * Whatever has `data-k` is found by its kernel's words, and `data-bad` says that something failed.
 */
export const script = `
const $=(id)=>document.getElementById(id);
const [box,find,only,told]=[$("find"),$("filter"),$("only"),$("told")];
const all=[...document.querySelectorAll("[data-k]")];
const rows=all.filter((e)=>e.closest("#checks"));
const groups=[...document.querySelectorAll("tbody,section[data-group]")];
function show(){
  const words=find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for(const e of all){
    const text=e.dataset.k.toLowerCase();
    e.hidden=!words.every((word)=>text.includes(word))||only.checked&&!("bad" in e.dataset);
  }
  for(const group of groups){
    const own=group.querySelectorAll("[data-k]");
    group.hidden=own.length>0&&[...own].every((e)=>e.hidden);
  }
  const seen=rows.filter((e)=>!e.hidden).length;
  told.textContent=seen===rows.length?rows.length+" kernels":seen+" of "+rows.length+" kernels";
}
function reveal(){
  const target=location.hash.length>1&&$(decodeURIComponent(location.hash.slice(1)));
  if(!target)return;
  const details=target.matches("details")?target:target.querySelector("details");
  if(details)details.open=true;
}
box.hidden=false;
find.addEventListener("input",show);
only.addEventListener("change",show);
addEventListener("hashchange",reveal);
addEventListener("click",async({target})=>{
  if(!target.matches("button[data-copy]"))return;
  await navigator.clipboard.writeText(target.previousElementSibling.textContent);
  target.textContent="copied";
});
show();
reveal();
`;
