// A timer whose callback sets the next one has gone off by then: only another run overwrites it.
import React from 'react';

export class Panel extends React.Component {
  timer = null;

  componentDidMount() {
    this.tick();
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  tick = () => {
    this.props.load();
    this.timer = setTimeout(this.tick, 60000);
  };
}

export class Board extends React.Component {
  timer = null;

  componentDidMount() {
    this.tick();
  }

  componentDidUpdate() {
    this.tick();
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  tick = () => {
    this.props.load();
    this.timer = setTimeout(this.tick, 60000); // expect: SL108
  };
}
