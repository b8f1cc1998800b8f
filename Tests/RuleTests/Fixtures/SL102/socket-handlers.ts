// A socket's own handlers are no owners: who made it answers for its end.
export function follow(url: string, show: (text: string) => void) {
  let current = true;
  const socket = new WebSocket(url);
  socket.onopen = () => {
    if (!current) {
      socket.close();
      return;
    }
    show('');
  };
  socket.onmessage = (event) => show(event.data);
  return () => {
    current = false;
    socket.close();
  };
}
